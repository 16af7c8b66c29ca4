// An event in a line for people: what it was about, each thing a link for those who may go there. Names no person but
// by number, and repeats nothing that was written of her: that is for her own page, where reading it is noted.
#pragma once

#include "sync/events/event.hpp"
#include "sync/office/console/pages.hpp"

namespace guitai::office {

// {{detail}} and {{#about}}{{link}} {{text}}{{/about}} of the row.
void describe(const PageMaker& maker, PageData& row, const Event& event);

} // namespace guitai::office
