// Who works where and what each may do; hiring, PINs and letting go.
#include "sync/office/console/console.hpp"
#include "sync/office/console/visit.hpp"
#include "sync/office/doorway.hpp"
#include "sync/office/projections/people.hpp"
#include "sync/office/staffing.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::office {
namespace {

StaffGiver giver_of(const PageMaker& maker)
{
    return {{}, maker.store, maker.role};
}

// Roles that this person may give, in any shop she looks after.
void add_roles(const PageMaker& maker, PageData& page)
{
    const std::string chosen{maker.target.value("role")};
    for (const auto& [role, word] : Words<Role>::all) {
        if (!may_give(giver_of(maker), role, maker.store)) continue;
        page.add("roles")
            .set("role_word", std::string{word})
            .set("name", maker.word(fmt::format("role.{}", word)))
            .when("here", word == chosen);
    }
}

void say_outcome(const PageMaker& maker, PageData& page)
{
    // Only words of our own: an address that somebody made up must not speak in our name.
    const std::string who{maker.target.value("name")};
    for (const auto& [where, key] : {std::pair{"notice", "done.staff_" + maker.target.value("done")},
                                     std::pair{"problem", maker.target.value("problem")}}) {
        const std::string text{maker.word(key)};
        if (text != key) page.add(where).set("text", fmt::format("{} {}", who, text));
    }
}

} // namespace

std::optional<Shown> people_area(const PageMaker& maker)
{
    if (!maker.part(0).empty()) return std::nullopt;
    PageData page;
    say_outcome(maker, page);
    const bool failed{!maker.target.value("problem").empty()};
    page.set("typed_name", failed ? maker.target.value("name") : "");
    add_roles(maker, page);
    add_places(maker, page, "shops", {maker.target.value("shop")});
    page.when("of_office", maker.store.empty());
    for (const StaffSet& one : all_staff(maker.reads)) {
        if (!maker.store.empty() && one.store != maker.store) continue;
        PageData& row{page.add(one.active ? "people" : "retired")};
        row.set("name", one.name.text).set("shop", one.store.text);
        row.set("shop_name", one.store.empty() ? maker.word("my.head_office") : place_name(maker, one.store));
        row.set("role_name", maker.word(fmt::format("role.{}", word_of(one.role))));
        if (may_give(giver_of(maker), one.role, one.store)) row.add("may_change");
    }
    page.when("any_retired", !page.lists["retired"].empty());
    return Shown{"people", std::move(page)};
}

// POST /console/people/{add|pin|retire|restore}
Response Console::change_staff(Visit& visit)
{
    StaffAct act{};
    const bool is_known{read_word(visit.part(2), act) && visit.part(3).empty()};
    if (!is_known) return sorry(visit, "console.not_found", 404);
    const Session& session{*visit.session};
    if (!may_enter(session.role, Area::people)) return sorry(visit, "console.not_allowed", 403);
    const PageMaker maker{maker_for(visit)};
    const StaffGiver giver{session.staff, maker.store, session.role};
    StaffWish wanted{{field_of(visit.form, "name")}, {field_of(visit.form, "shop")}, {}, field_of(visit.form, "pin")};
    const std::string role{field_of(visit.form, "role")};
    if (act == StaffAct::add && !read_word(role, wanted.role)) return sorry(visit, "console.not_found", 404);
    const std::string place{fmt::format("/console/people?name={}&shop={}&role={}", escaped(wanted.name.text),
                                        escaped(wanted.store.text), escaped(role))};
    const auto set = judge_staff(visit.reads, giver, act, wanted);
    if (!set) return see_other(fmt::format("{}&problem={}", place, escaped(set.error().code)));
    const auto done = write_now<bool>(m_writing, [&](Office& office, const database::Transaction& open) {
        set_staff(office, open, *set, giver);
        return true;
    });
    if (!done) return see_other(place + "&problem=console.busy");
    return see_other(fmt::format("{}&done={}", place, visit.part(2)));
}

} // namespace guitai::office
