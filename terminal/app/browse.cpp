// Looking for goods and people; nothing here changes anything.
#include "sync/events/password.hpp"
#include "terminal/app/file_keys.hpp"
#include "terminal/app/member_file.hpp"
#include "terminal/app/talk.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr std::int64_t found_max{100};
constexpr std::size_t text_bytes_max{200};

} // namespace

Result<void> perform(Desk& desk, const SearchFor& command)
{
    CatalogueView& view{desk.state.view.catalogue};
    view.searched = cut_to(command.text, text_bytes_max);
    view.products.clear();
    view.members.clear();
    if (view.searched.empty()) return {};
    advance_talk(desk, TalkStep::learn);
    const std::int64_t limit{std::clamp<std::int64_t>(command.limit, 1, found_max)};
    view.products = desk.ports.catalogue.search(view.searched, limit);
    view.members = desk.ports.members.search(view.searched, limit);
    for (FoundMember& found : view.members) {
        found.tier = tier_today(desk, found.member, {found.tier, found.tier_until});
        if (is_locked(desk, found.member)) found.phone = masked_phone(found.phone);
    }
    return {};
}

Result<void> perform(Desk& desk, const ChooseCategory& command)
{
    desk.state.view.catalogue.category = command.category;
    desk.state.view.catalogue.first = 0;
    show_tiles(desk);
    return {};
}

Result<void> perform(Desk& desk, const ScrollTiles& command)
{
    desk.state.view.catalogue.first = command.first;
    show_tile_window(desk);
    return {};
}

} // namespace guitai
