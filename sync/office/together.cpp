#include "sync/office/together.hpp"

#include "sync/events/purse_account.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/privacy.hpp"
#include "sync/points/family.hpp"
#include "sync/purses/fold.hpp"
#include "sync/purses/owners.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace guitai::office {
namespace {

using database::Connection;

// What is not known of the number that is kept comes from the other one; nothing of it is overwritten.
void fill_in(MemberProfile& kept, const MemberProfile& merged)
{
    for (auto part : {&MemberProfile::phone, &MemberProfile::name, &MemberProfile::reading,
                      &MemberProfile::form_of_address, &MemberProfile::birthday, &MemberProfile::usual_size,
                      &MemberProfile::note, &MemberProfile::card, &MemberProfile::joined_on,
                      &MemberProfile::first_bought_on}) {
        if ((kept.*part).empty()) kept.*part = merged.*part;
    }
    if (kept.tier.empty() || kept.tier == no_tier) {
        kept.tier = merged.tier;
        kept.tier_until = merged.tier_until;
    }
    if (kept.account_limit.is_zero()) kept.account_limit = merged.account_limit;
    if (kept.referred_by.empty() && merged.referred_by != kept.member) kept.referred_by = merged.referred_by;
}

// By member and last day, what is good today and later: what all screens were told so far, and what is true.
using Shares = std::map<std::pair<std::string, std::string>, std::int64_t>;

void add_told(Connection& connection, const std::string& member, std::string_view today, Shares& told)
{
    database::Statement find{connection, "SELECT expires_on, SUM(points) FROM points_posts WHERE member = ?1 AND"
                                         " (expires_on = '' OR expires_on >= ?2) GROUP BY expires_on"};
    find.bind(1, member).bind(2, today);
    while (find.step()) told[{member, find.text(0)}] += find.integer(1);
}

void tell_shares_of(Office& office, const database::Transaction& open, const std::string& account,
                    const std::string& subject)
{
    Connection& connection{office.connection()};
    const std::string today{date_in(connection, {}, office.now_ms())};
    Shares missing;
    for (const purses::Share& share : purses::shares_in(connection, account)) {
        const bool is_good{share.expires_on.empty() || share.expires_on >= today};
        if (is_good && !share.member.empty()) missing[{share.member.text, share.expires_on}] += share.units;
    }
    Shares told;
    for (const std::string& member : purses::people_with(connection, account)) {
        add_told(connection, member, today, told);
    }
    for (const auto& [whose, points] : told) missing[whose] -= points;
    for (const auto& [whose, points] : missing) {
        if (points == 0) continue;
        office.say(open, PointsPosted{{whose.first}, points, whose.second,
                                      points < 0 ? PointsReason::redeemed : PointsReason::restored, subject,
                                      office_origin, 0});
    }
}

// Each point is taken back once, and given back once, whoever says so.
bool was_refunded_before(Connection& connection, const Event& event)
{
    database::Statement find{connection, "SELECT 1 FROM purse_notes WHERE origin = ?1 AND number = ?2"
                                         " AND code = 'points.refunded_before' LIMIT 1"};
    return find.bind(1, event.origin).bind(2, event.number).step();
}

bool is_there(Connection& connection, std::string_view sql, const std::string& name)
{
    database::Statement find{connection, sql};
    return find.bind(1, name).step();
}

// Something went back or came back, and all that it went from is here: what waits for its sale is told with that.
bool is_all_known(Connection& connection, const SaleCompleted& sale)
{
    if (sale.points_back.empty() && sale.restored.empty()) return false;
    const auto is_known = [&](const PointsBack& back) {
        return is_there(connection, "SELECT 1 FROM purse_lots WHERE lot = ?1 AND member <> ''",
                        part_id(back.receipt, 1));
    };
    const auto was_paid = [&](const PointsRestored& back) {
        return is_there(connection, "SELECT 1 FROM purse_redemptions WHERE redemption = ?1 LIMIT 1", back.redemption);
    };
    return std::all_of(sale.points_back.begin(), sale.points_back.end(), is_known) &&
           std::all_of(sale.restored.begin(), sale.restored.end(), was_paid);
}

bool is_shared(Connection& connection, const MemberId& member)
{
    const auto person = profile_of(connection, purses::person_of(connection, member));
    return person && (is_in_family(*person) || !merged_into(connection, person->member).empty());
}

Result<std::vector<EventBody>> decide(Connection& connection, const FamilyAsked& asked, FamilySource source)
{
    const auto member = profile_of(connection, asked.member);
    if (!member || is_erased(connection, asked.member)) return refuse("family.unknown", asked.member.text);
    if (asked.with.empty()) {
        return leave_family(*member, relatives_in(connection, member->account),
                            [&](const std::string& account, const MemberId& but) {
                                return is_purse_of_other(connection, account, but);
                            },
                            source);
    }
    const auto with = profile_of(connection, asked.with);
    if (!with || is_erased(connection, asked.with)) return refuse("family.unknown", asked.with.text);
    return join_family(*member, *with, asked.generation, relatives_in(connection, with->account), source);
}

} // namespace

Result<void> merge_members(Office& office, const database::Transaction& open, const MembersMerged& wish)
{
    Connection& connection{office.connection()};
    office.books().journal().lock(open);
    auto kept = profile_of(connection, wish.kept);
    auto merged = profile_of(connection, wish.merged);
    if (!kept || !merged) return refuse("merge.unknown", (kept ? wish.merged : wish.kept).text);
    if (wish.kept == wish.merged) return refuse("merge.same", wish.kept.text);
    if (!merged->merged_into.empty()) return refuse("merge.merged_already", merged->merged_into.text);
    if (!kept->merged_into.empty()) return refuse("merge.chain", kept->merged_into.text);
    if (const auto others = merged_into(connection, wish.merged); !others.empty()) {
        return refuse("merge.chain", others.front().text);
    }
    if (is_erased(connection, wish.kept)) return refuse("merge.erased", wish.kept.text);
    if (is_erased(connection, wish.merged)) return refuse("merge.erased", wish.merged.text);
    if (is_in_family(*merged)) return refuse("merge.in_family", wish.merged.text);

    office.say(open, wish, wish.staff.text);
    merged->merged_into = wish.kept;
    fill_in(*kept, *merged);
    office.say(open, MemberSet{*merged, office_origin, 0}, wish.staff.text);
    office.say(open, MemberSet{*kept, office_origin, 0}, wish.staff.text);
    tell_shares_of(office, open, purses::points_account(connection, wish.kept), wish.merged.text);
    return {};
}

Result<void> part_members(Office& office, const database::Transaction& open, const MemberId& number,
                          const StaffName& staff)
{
    Connection& connection{office.connection()};
    office.books().journal().lock(open);
    auto merged = profile_of(connection, number);
    if (!merged) return refuse("merge.unknown", number.text);
    auto kept = profile_of(connection, merged->merged_into);
    if (!kept) return refuse("merge.not_merged", number.text);

    office.say(open, MembersParted{kept->member, number, staff}, staff.text);
    merged->merged_into = {};
    // A card is one person's: she has hers back.
    if (!kept->card.empty() && kept->card == merged->card) kept->card.clear();
    office.say(open, MemberSet{*merged, office_origin, 0}, staff.text);
    office.say(open, MemberSet{*kept, office_origin, 0}, staff.text);
    for (const MemberId& one : {kept->member, number}) {
        tell_shares_of(office, open, purses::points_account(connection, one), number.text);
    }
    return {};
}

std::vector<Duplicate> duplicates_of(Connection& connection, const MemberProfile& profile)
{
    std::vector<Duplicate> duplicates;
    if (profile.phone.empty()) return duplicates;
    database::Statement find{connection, "SELECT member, name, joined_on FROM members WHERE phone = ?1 AND"
                                         " member <> ?2 AND merged_into = '' ORDER BY joined_on, member"};
    find.bind(1, profile.phone).bind(2, profile.member.text);
    while (find.step()) {
        const MemberId other{find.text(0)};
        const bool is_first{std::pair{profile.joined_on, profile.member.text} < std::pair{find.text(2), other.text}};
        duplicates.push_back({is_first ? profile.member : other, is_first ? other : profile.member, find.text(1),
                              find.text(2)});
    }
    return duplicates;
}

std::int64_t points_earned_by(Connection& connection, const MemberProfile& profile)
{
    std::int64_t points{0};
    for (const purses::Share& share : purses::shares_in(connection, profile.purse())) {
        if (purses::person_of(connection, share.member) == profile.member) points += share.units;
    }
    return points;
}

std::vector<Refusal> concerns_about_family(Connection& connection, const Event& event, const FamilyAsked& asked)
{
    const auto decided = decide(connection, asked, {event.origin, event.number});
    if (decided) return {};
    return {{decided.error().code, decided.error().detail.empty() ? asked.member.text : decided.error().detail}};
}

void tell_family(Office& office, const database::Transaction& open, const Event& event, const FamilyAsked& asked)
{
    auto decided = decide(office.connection(), asked, {event.origin, event.number});
    if (!decided) return;
    std::set<std::string> accounts;
    for (EventBody& body : *decided) {
        if (const auto* joined = std::get_if<FamilyJoined>(&body)) accounts.insert(joined->account);
        if (const auto* left = std::get_if<FamilyMemberLeft>(&body)) accounts.insert({left->account, left->to});
        office.say(open, std::move(body), asked.staff.text);
    }
    for (const std::string& account : accounts) tell_shares_of(office, open, account, asked.member.text);
}

void tell_shares(Office& office, const database::Transaction& open, std::set<MemberId> members,
                 const std::vector<LotPart>& parts, const std::string& subject)
{
    Connection& connection{office.connection()};
    for (const LotPart& part : parts) members.insert(purses::owner_of(connection, part.lot));
    members.erase(MemberId{});
    std::set<std::string> accounts;
    for (const MemberId& member : members) accounts.insert(purses::points_account(connection, member));
    // A purse of one person needs no telling apart.
    const bool any_shared{std::any_of(members.begin(), members.end(),
                                      [&](const MemberId& member) { return is_shared(connection, member); })};
    if (accounts.size() < 2 && !any_shared) return;
    for (const std::string& account : accounts) tell_shares_of(office, open, account, subject);
}

void tell_freed(Office& office, const database::Transaction& open, const std::set<std::string>& accounts,
                const std::string& subject)
{
    std::set<MemberId> members;
    for (const std::string& account : accounts) {
        if (is_gift_account(account) || unit_of(account) != LotUnit::points) continue;
        const auto now = purses::account_now(office.connection(), account);
        for (const std::string& member : purses::people_with(office.connection(), now)) members.insert({member});
    }
    tell_shares(office, open, members, {}, subject);
}

void tell_shares(Office& office, const database::Transaction& open, const Event& event, const SaleCompleted& sale)
{
    std::set<MemberId> members{sale.member};
    std::vector<LotPart> parts;
    const auto add = [&](const auto& move) {
        members.insert(move.member);
        parts.insert(parts.end(), move.lots.begin(), move.lots.end());
    };
    for (const PointsRedeemed& spent : sale.spent) add(spent);
    for (const ServiceTaken& taken : sale.services) add(taken.spent);
    for (const PointsRestored& restored : sale.restored) add(restored);
    for (const PointsBack& back : sale.points_back) members.insert(back.member);
    tell_shares(office, open, members, parts, sale.receipt.text);
    // What goes back and forth may come out of other points than its till thought, or of fewer.
    if (!was_refunded_before(office.connection(), event) && !is_all_known(office.connection(), sale)) return;
    members.erase(MemberId{});
    std::set<std::string> accounts;
    for (const MemberId& member : members) accounts.insert(purses::points_account(office.connection(), member));
    for (const std::string& account : accounts) tell_shares_of(office, open, account, sale.receipt.text);
}

void tell_set_off(Office& office, const database::Transaction& open, const std::string& today)
{
    for (const std::string& account : purses::accounts_set_off(office.connection())) {
        // Stored value no screen adds up by itself.
        if (unit_of(account) == LotUnit::points) tell_shares_of(office, open, account, today);
    }
}

} // namespace guitai::office
