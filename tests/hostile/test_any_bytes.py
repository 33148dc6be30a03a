"""Any bytes as a file, briefly; `make fuzz` goes on for ten minutes."""

import pytest
from hypothesis import settings

from tests.hostile.any_bytes import PATIENT, any_document, any_list
from tests.hostile.any_workbook import any_workbook

pytestmark = pytest.mark.usefixtures("files_read_once")

test_any_document = settings(PATIENT, max_examples=60)(any_document)
test_any_list = settings(PATIENT, max_examples=20)(any_list)
test_any_workbook = settings(PATIENT, max_examples=20)(any_workbook)
