#include "sync/office/referrals.hpp"

#include "sync/office/benefits.hpp"
#include "sync/office/projections/benefits.hpp"
#include "sync/office/projections/coupons.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/privacy.hpp"
#include "sync/office/together.hpp"
#include "sync/purses/owners.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

namespace guitai::office {
namespace {

std::string subject_of(const MemberId& invited) { return "referral/" + invited.text; }

// Nobody: no one brought her, or she is not known.
MemberId inviter_of(database::Connection& connection, const MemberId& member)
{
    database::Statement find{connection, "SELECT referred_by FROM members WHERE member = ?1"};
    find.bind(1, member.text);
    return find.step() ? MemberId{find.text(0)} : MemberId{};
}

// Up from `member`, herself first. Ends where it began again, whatever old books say.
std::vector<MemberId> line_of(database::Connection& connection, const MemberId& member)
{
    std::vector<MemberId> line;
    std::set<MemberId> seen;
    for (MemberId at{member}; !at.empty() && seen.insert(at).second;
         at = purses::person_of(connection, inviter_of(connection, at))) {
        line.push_back(at);
    }
    return line;
}

bool share_a_purse(database::Connection& connection, const MemberProfile& one, const MemberId& other)
{
    const auto known = find_member(connection, other.text);
    return known && known->purse() == one.purse();
}

// What was bought before she joined, nobody brought about.
bool was_brought_for(const MemberProfile& profile, const FirstSale& first)
{
    if (profile.referred_by.empty()) return false;
    const auto is_before = [&](const std::string& date) { return !date.empty() && date < profile.joined_on; };
    return !is_before(first.business_date) && !is_before(profile.first_bought_on);
}

void end_coupon(Office& office, const database::Transaction& open, const FirstSale& first, const MemberId& member,
                const CouponMoved& coupon)
{
    OffersMoved moved;
    moved.receipt = first.receipt; // With which it is gone.
    moved.member = member;
    moved.coupons_void = {coupon};
    moved.source_origin = office_origin;
    office.say(open, std::move(moved));
}

// The coupons not used are good for nobody any more; what was used of them is a loss with a name.
void take_back(Office& office, const database::Transaction& open, const Event& event, const FirstSale& first)
{
    const std::string today{date_in(office.connection(), {}, office.now_ms())};
    std::string used;
    for (const GiftRow& gift : gifts_for(office.connection(), subject_of(first.member))) {
        if (gift.taken_back) continue;
        if (gift.points > 0) {
            office.say(open, PointsPosted{gift.member, -gift.points, gift.expires_on, PointsReason::gift,
                                          gift.subject, office_origin, 0, {}, today});
            tell_shares(office, open, {gift.member}, {}, gift.subject);
        }
        const auto coupon = gift.coupon.empty() ? std::nullopt : find_coupon(office.connection(), gift.coupon);
        if (!coupon) continue;
        if (coupon->is_spent()) {
            used += fmt::format("{}{} of {} with {}", used.empty() ? "" : ", ", gift.coupon, gift.member.text,
                                coupon->used_by.text);
            continue;
        }
        end_coupon(office, open, first, gift.member, coupon->coupon);
    }
    if (used.empty()) return;
    set_apart(office, open, event,
              {"referral.coupon_used", fmt::format("{} came back whole; used: {}", first.receipt.text, used)});
}

// Used, the gift taken back, and then the goods that it was used for come back: it is not good again.
void end_again(Office& office, const database::Transaction& open, const CouponMoved& coupon)
{
    const auto gift = gift_with_coupon(office.connection(), coupon.code);
    const std::string prefix{subject_of({})};
    if (!gift || gift->subject.rfind(prefix, 0) != 0) return;
    const auto known = find_coupon(office.connection(), coupon.code);
    if (!known || known->is_spent()) return;
    const auto first = first_sale_of(office.connection(), {gift->subject.substr(prefix.size())});
    if (first && came_back_whole(office.connection(), *first)) end_coupon(office, open, *first, gift->member, coupon);
}

void give_for(Office& office, const database::Transaction& open, const Event& event, const FirstSale& first)
{
    database::Connection& connection{office.connection()};
    const auto profile = is_member(connection, first.member) ? find_member(connection, first.member.text)
                                                             : std::nullopt;
    if (!profile || !was_brought_for(*profile, first) || !may_have_gifts(connection, first.member)) return;
    const MemberId inviter{purses::person_of(connection, profile->referred_by)};
    if (inviter == first.member || share_a_purse(connection, *profile, inviter)) {
        set_apart(office, open, event, {"referral.same_family", fmt::format("{} and {}", inviter.text,
                                                                             first.member.text)});
        return;
    }
    const BenefitsSet rules{benefits_of(connection)};
    const std::string& invited{first.member.text};
    const std::string subject{subject_of(first.member)};
    if (!is_erased(connection, inviter)) {
        give(office, open, {inviter, subject, "INV-" + invited, rules.inviter}, rules.points_months);
    }
    give(office, open, {first.member, subject, "NEW-" + invited, rules.invited}, rules.points_months);
    // Its goods may have come back at a till that reported before the one that sold them.
    if (came_back_whole(connection, first)) take_back(office, open, event, first);
}

// As RFC 4180 has it; numbers and dates of ours need nothing.
std::string cell(const std::string& text) { return '"' + text + '"'; }

std::string_view state_of(database::Connection& connection, const MemberId& invited)
{
    const auto gifts = gifts_for(connection, subject_of(invited));
    if (gifts.empty()) return "none";
    for (const GiftRow& gift : gifts) {
        if (gift.taken_back) return "taken back";
    }
    return "given";
}

std::vector<Referral> referrals_where(database::Connection& connection, std::string_view condition,
                                      const MemberId& inviter)
{
    std::string sql{"SELECT referred_by, member, name, joined_on FROM members WHERE "};
    (sql += condition) += " ORDER BY joined_on, member";
    database::Statement find{connection, sql};
    if (!inviter.empty()) find.bind(1, inviter.text);
    std::vector<Referral> all;
    while (find.step()) all.push_back({{find.text(0)}, {find.text(1)}, find.text(2), find.text(3)});
    return all;
}

std::string share_line(database::Connection& connection)
{
    database::Statement count{connection, "SELECT COUNT(*) FROM first_sales f JOIN members m ON m.member = f.member"
                                          " WHERE m.referred_by <> '' AND f.business_date >= m.joined_on"};
    const std::int64_t brought{count.step() ? count.integer(0) : 0};
    const std::int64_t all{count_first_sales(connection)};
    const std::int64_t percent{all == 0 ? 0 : (brought * 100 + all / 2) / all};
    return fmt::format("{} of {} first sales came by referral: {} %", brought, all, percent);
}

} // namespace

std::optional<Refusal> wrong_referral(database::Connection& connection, const MemberProfile& profile)
{
    if (profile.referred_by.empty()) return std::nullopt;
    const MemberId inviter{purses::person_of(connection, profile.referred_by)};
    const auto known = find_member(connection, inviter.text);
    if (inviter == profile.member || (known && known->phone == profile.phone)) {
        return {{"referral.herself", profile.member.text}};
    }
    std::string line;
    for (const MemberId& member : line_of(connection, inviter)) {
        line += (line.empty() ? "" : " < ") + member.text;
        if (member == profile.member) return {{"referral.loop", line}};
    }
    if (!share_a_purse(connection, profile, inviter)) return std::nullopt;
    return {{"referral.same_family", fmt::format("{} and {}", inviter.text, profile.member.text)}};
}

MemberProfile with_sound_referral(database::Connection& connection, MemberProfile profile)
{
    if (wrong_referral(connection, profile)) profile.referred_by = {};
    return profile;
}

void tell_referrals(Office& office, const database::Transaction& open, const Event& event, const SaleCompleted& sale)
{
    const auto first = sale.member.empty() ? std::nullopt : first_sale_of(office.connection(), sale.member);
    if (first && first->is_in(event)) give_for(office, open, event, *first);
    std::set<ReceiptNumber> back;
    for (const SaleLine& line : sale.lines) {
        if (line.line_kind == LineKind::return_ && !line.returned_receipt.empty()) back.insert(line.returned_receipt);
    }
    for (const ReceiptNumber& receipt : back) {
        const auto of = first_sale_with(office.connection(), receipt);
        if (of && came_back_whole(office.connection(), *of)) take_back(office, open, event, *of);
    }
    for (const CouponMoved& coupon : sale.coupons_back) end_again(office, open, coupon);
}

void tell_referral_of(Office& office, const database::Transaction& open, const Event& event, const MemberId& member)
{
    if (const auto first = first_sale_of(office.connection(), member)) give_for(office, open, event, *first);
}

std::vector<Referral> brought_by(database::Connection& connection, const MemberId& inviter)
{
    if (inviter.empty()) return {};
    return referrals_where(connection, "referred_by = ?1", inviter);
}

std::int64_t depth_of(database::Connection& connection, const MemberId& member)
{
    return static_cast<std::int64_t>(line_of(connection, member).size()) - 1;
}

std::string referrals_csv(database::Connection& connection)
{
    std::string csv{"inviter,invited,joined_on,first_sale,gifts,depth"};
    std::map<MemberId, std::int64_t> depths;
    for (const Referral& one : referrals_where(connection, "referred_by <> ''", {})) {
        const auto first = first_sale_of(connection, one.invited);
        // Who brought her joined before her, so most lines are one step longer than a known one.
        const auto above = depths.find(one.inviter);
        const std::int64_t depth{above == depths.end() ? depth_of(connection, one.invited) : above->second + 1};
        depths[one.invited] = depth;
        csv += fmt::format("\n{},{},{},{},{},{}", cell(one.inviter.text), cell(one.invited.text), cell(one.joined_on),
                           cell(first ? first->receipt.text : ""), cell(std::string{state_of(connection, one.invited)}),
                           depth);
    }
    return csv + "\n" + share_line(connection);
}

} // namespace guitai::office
