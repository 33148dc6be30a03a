"""A file as its difference from the one before: Zstandard, with the old file as dictionary."""

import zstandard

from toolkit.editions.files.zip_reading import DamageError

_LEVEL = 19


def difference(old: bytes, new: bytes) -> bytes:
    """What turns `old` into `new`. The same for the same two files, on any machine."""
    reach = max((len(old) + len(new)).bit_length(), zstandard.WINDOWLOG_MIN)
    reach = min(reach, zstandard.WINDOWLOG_MAX)
    parameters = zstandard.ZstdCompressionParameters.from_level(_LEVEL, window_log=reach)
    packer = zstandard.ZstdCompressor(
        compression_params=parameters, dict_data=_dictionary(old) if old else None
    )
    return packer.compress(new)


def made_of(old: bytes, packed: bytes, most: int) -> bytes:
    """The file that `packed` makes from `old`, without allocating more than `most` bytes.

    Raises DamageError if it can't make one. Compare the result with its checksum: from another
    `old`, it may be anything.
    """
    try:
        # The size is at the beginning, and memory for all of it is allocated at once.
        if zstandard.get_frame_parameters(packed).content_size > most:
            raise DamageError("it makes a file that is larger than it may be")
        unpacker = zstandard.ZstdDecompressor(dict_data=_dictionary(old) if old else None)
        return unpacker.decompress(packed, allow_extra_data=False)
    except zstandard.ZstdError:
        raise DamageError("it can't be unpacked") from None


def _dictionary(old: bytes) -> zstandard.ZstdCompressionDict:
    return zstandard.ZstdCompressionDict(old, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
