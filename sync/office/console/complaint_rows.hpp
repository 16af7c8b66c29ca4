// A complaint as a row or a page shows it.
#pragma once

#include "sync/events/complaint.hpp"
#include "sync/office/console/pages.hpp"

namespace guitai::office {

void fill_complaint(const PageMaker& maker, PageData& row, const ComplaintCase& one);

// What a complaint may be about, as options of a form: {{#matters}}{{matter}} {{matter_name}}.
void add_matters(const PageMaker& maker, PageData& page);

} // namespace guitai::office
