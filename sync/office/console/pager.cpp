#include "sync/office/console/pager.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::office {
namespace {

constexpr std::int64_t page_max{100'000};

} // namespace

std::int64_t page_number(const PageMaker& maker)
{
    return std::clamp<std::int64_t>(whole_number(maker.target.value("page")).value_or(1), 1, page_max);
}

std::int64_t rows_before(const PageMaker& maker)
{
    return (page_number(maker) - 1) * rows_a_page;
}

void add_pager(const PageMaker& maker, PageData& page, const std::string& link, bool more)
{
    const std::int64_t here{page_number(maker)};
    if (here == 1 && !more) return;
    PageData& pager{page.add("pager")};
    pager.set("page", std::to_string(here));
    if (here > 1) pager.add("before").set("link", fmt::format("{}page={}", link, here - 1));
    if (more) pager.add("after").set("link", fmt::format("{}page={}", link, here + 1));
}

} // namespace guitai::office
