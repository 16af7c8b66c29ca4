// Pages of a long list: which one is looked at, and the ways to the one before and the one after.
#pragma once

#include "sync/office/console/pages.hpp"

#include <cstdint>
#include <string>

namespace guitai::office {

inline constexpr int rows_a_page{50};

// From the address; 1 where it says nothing that makes sense.
[[nodiscard]] std::int64_t page_number(const PageMaker& maker);
[[nodiscard]] std::int64_t rows_before(const PageMaker& maker);

// `link` ends where "page=2" may follow: in "?" or "&". {{#before}}, {{#after}}, {{page}}; {{#pager}} where there is
// more than one. `more`: something comes after this one.
void add_pager(const PageMaker& maker, PageData& page, const std::string& link, bool more);

} // namespace guitai::office
