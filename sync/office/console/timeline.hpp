// A member's one time line (360°): what she bought, ordered, was told, was asked, and who looked at her file, whoever
// wrote it and under whichever of her numbers, in one order.
#pragma once

#include "sync/events/ids.hpp"
#include "sync/office/console/pages.hpp"

#include <string_view>

namespace guitai::office {

// Which part of her story a kind of event belongs to; "other" for one that is in none.
[[nodiscard]] std::string_view topic_of(std::string_view kind);

// {{#moments}}, {{#topics}} to choose by (?kind=orders) and {{#pager}} of the row.
void fill_timeline(const PageMaker& maker, PageData& row, const MemberId& member);

} // namespace guitai::office
