// The privacy officer's page: what members asked for, who agreed to what, who read which file, who was erased.
#include "sync/office/console/order_rows.hpp"
#include "sync/office/console/pages.hpp"
#include "sync/office/projections/member_files.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/privacy.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

constexpr std::int64_t rows_shown{100};

std::string name_of(const PageMaker& maker, const MemberId& member)
{
    const auto profile = find_member(maker.reads, member.text);
    return profile && !profile->name.empty() ? fmt::format("{} {}", profile->name, member.text) : member.text;
}

std::string whose(const PageMaker& maker, const StaffName& staff)
{
    return staff.empty() ? maker.word("privacy.herself") : staff.text;
}

void add_wishes(const PageMaker& maker, PageData& page)
{
    const auto wishes = open_wishes(maker.reads);
    page.when("no_wishes", wishes.empty());
    for (const WishRow& wish : wishes) {
        PageData& row{page.add("wishes")};
        row.set("member", wish.member.text).set("who", name_of(maker, wish.member));
        row.set("wish", maker.word(fmt::format("wish.{}", word_of(wish.wish))));
        row.set("when", moment(wish.asked_at_ms));
        row.set("where", wish.store.empty() ? whose(maker, wish.staff)
                                            : fmt::format("{} {}", wish.store.text, whose(maker, wish.staff)));
        row.when("is_copy", wish.wish == PrivacyWish::copy).when("is_erasure", wish.wish == PrivacyWish::erasure);
    }
}

void add_register(const PageMaker& maker, PageData& page)
{
    const auto counts = consent_counts(maker.reads);
    page.when("no_consents", counts.empty());
    for (const ConsentCount& count : counts) {
        page.add("register")
            .set("purpose", maker.word(fmt::format("purpose.{}", word_of(count.purpose))))
            .set("channel", maker.word(fmt::format("channel.{}", word_of(count.channel))))
            .set("answer", maker.word(fmt::format("answer.{}", word_of(count.answer))))
            .set("wording", count.wording)
            .set("members", std::to_string(count.members));
    }
}

void add_log(const PageMaker& maker, PageData& page)
{
    const auto rows = accesses_of(maker.reads, {}, rows_shown);
    page.when("no_accesses", rows.empty());
    for (const AccessRow& row : rows) {
        page.add("accesses")
            .set("when", moment(row.at_ms))
            .set("access", maker.word(fmt::format("access.{}", word_of(row.access))))
            .set("who", whose(maker, row.staff))
            .set("role", row.staff.empty() ? std::string{} : maker.word(fmt::format("role.{}", word_of(row.role))))
            .set("where", row.store.empty() ? maker.word("my.head_office") : row.store.text)
            .set("member", row.member.text);
    }
    const auto erased = erased_members(maker.reads, rows_shown);
    page.when("any_erased", !erased.empty());
    for (const ErasedRow& row : erased) {
        page.add("erased").set("member", row.member.text).set("staff", row.staff.text).set("when", moment(row.at_ms));
    }
}

} // namespace

PageData privacy_page(const PageMaker& maker)
{
    PageData page;
    const std::string query{maker.target.value("q")};
    page.set("query", query);
    if (const auto profile = find_member(maker.reads, query)) {
        const auto password = password_of(maker.reads, profile->member);
        page.add("found")
            .set("member", profile->member.text)
            .set("who", name_of(maker, profile->member))
            .when("has_password", password && !password->hash.empty());
    } else if (!query.empty()) {
        page.when("unknown", true);
    }
    const std::string done{maker.target.value("done")};
    if (!done.empty()) page.add("notice").set("text", maker.word(fmt::format("privacy.done_{}", done)));
    const std::string problem{maker.target.value("problem")};
    if (!problem.empty()) page.add("problem").set("text", maker.word(problem));
    add_wishes(maker, page);
    add_register(maker, page);
    add_log(maker, page);
    return page;
}

} // namespace guitai::office
