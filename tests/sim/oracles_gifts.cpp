// What the chain gives its members unasked: worked out anew from the head office's journal by the rules of the
// chain, and held against what was given, and against what every till shows.
#include "tests/sim/oracles.hpp"

#include "sync/office/correct_points.hpp"
#include "sync/office/projections/coupons.hpp"
#include "tests/sim/world.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace guitai::sim {
namespace {

struct Due {
    std::int64_t points{0};
    bool coupon{false};
    bool taken_back{false};

    bool operator==(const Due&) const = default;
};
using Gifts = std::map<std::pair<std::string, std::string>, Due>; // By member and subject.

struct Sold {
    std::string receipt;
    std::map<std::int64_t, std::int64_t> lines; // Thousandths of a piece, by line; goods alone.
};

// The rules once more, in plain words and without a database.
class Rules {
public:
    void hear(const Event& event)
    {
        std::visit(office::Cases{[&](const BenefitsSet& set) { m_set = set; },
                                 [&](const PointsDayBegan& day) { begin(day.on); },
                                 [&](const MemberEnrolled& enrolled) { enrol(enrolled); },
                                 [&](const MemberSet& told) { m_members[told.profile.member.text] = told.profile; },
                                 [&](const MemberCorrected& put) { correct(put, event.at_ms); },
                                 [&](const SaleCompleted& sale) { sell(sale); }, [](const auto&) {}},
                   event.body);
    }
    [[nodiscard]] const Gifts& due() const { return m_due; }

private:
    void give(const std::string& member, const std::string& subject, const Benefit& benefit)
    {
        if (benefit.is_nothing()) return;
        m_due.try_emplace({member, subject}, Due{benefit.points, !benefit.promotion.empty(), false});
    }

    // Nobody is born in February here.
    void keep_birthday(const MemberProfile& her, const std::string& date)
    {
        if (her.birthday.size() != date.size() || her.birthday.substr(5) != date.substr(5)) return;
        give(her.member.text, fmt::format("BD{}-{}", date.substr(0, 4), her.member.text), m_set.birthday);
    }

    void begin(const std::string& on)
    {
        const std::string from{m_day.empty() ? on : date_plus_days(m_day, 1)};
        for (std::string date{from}; date <= on; date = date_plus_days(date, 1)) {
            for (const auto& [id, her] : m_members) keep_birthday(her, date);
        }
        m_day = on;
    }

    void make_good(const MemberProfile& her, std::string since, const std::string& today)
    {
        for (; since <= today; since = date_plus_days(since, 1)) keep_birthday(her, since);
    }

    void enrol(const MemberEnrolled& enrolled)
    {
        const MemberProfile& her{enrolled.profile};
        const std::string& id{her.member.text};
        if (!m_members.emplace(id, her).second) return;
        give(id, "welcome", m_set.welcome);
        if (const auto first = m_first.find(id); first != m_first.end()) bring(id, first->second.second);
    }

    void correct(const MemberCorrected& put, std::int64_t at_ms)
    {
        const auto her = m_members.find(put.member.text);
        if (her == m_members.end() || put.part != ProfilePart::birthday) return;
        MemberProfile now{her->second};
        now.birthday = put.value;
        make_good(now, std::max(iso_date(at_ms, utc_offset_minutes), date_plus_days(m_day, -31)), m_day);
    }

    void bring(const std::string& invited, const std::string& bought_on)
    {
        const MemberProfile& her{m_members.at(invited)};
        if (her.referred_by.empty() || bought_on < her.joined_on) return;
        give(her.referred_by.text, "referral/" + invited, m_set.inviter);
        give(invited, "referral/" + invited, m_set.invited);
        look_whether_back(invited);
    }

    void look_whether_back(const std::string& member)
    {
        const Sold& sold{m_first.at(member).first};
        for (const auto& [line, milli] : sold.lines) {
            if (m_back[{sold.receipt, line}] < milli) return;
        }
        for (auto& [key, due] : m_due) {
            if (key.second == "referral/" + member) due.taken_back = true;
        }
    }

    void sell(const SaleCompleted& sale)
    {
        Sold sold{sale.receipt.text, {}};
        std::int64_t number{0};
        std::set<std::string> returned;
        for (const SaleLine& line : sale.lines) {
            ++number;
            if (line.line_kind == LineKind::sale) sold.lines[number] = line.quantity.milli();
            if (line.line_kind != LineKind::return_) continue;
            m_back[{line.returned_receipt.text, line.returned_line}] += line.quantity.milli();
            returned.insert(line.returned_receipt.text);
        }
        const std::string& id{sale.member.text};
        const bool is_first{!id.empty() && sale.total > Money{} && !sold.lines.empty() && !m_first.contains(id)};
        if (is_first) m_first[id] = {sold, sale.business_date};
        if (is_first && m_members.contains(id)) bring(id, sale.business_date);
        for (const auto& [member, first] : m_first) {
            if (returned.contains(first.first.receipt)) look_whether_back(member);
        }
    }

    BenefitsSet m_set;
    std::string m_day;
    std::map<std::string, MemberProfile> m_members;
    std::map<std::string, std::pair<Sold, std::string>> m_first; // With its business date.
    std::map<std::pair<std::string, std::int64_t>, std::int64_t> m_back;
    Gifts m_due;
};

// What the head office said that it gives, with how often it said so.
struct Given {
    Gifts gifts;
    Complaints twice;
    std::set<std::pair<std::string, std::string>> corrections; // By member and subject; by hand, and so by no rule.

    void note_correction(const PointsPosted& posted)
    {
        if (corrections.emplace(posted.member.text, posted.subject).second) return;
        twice.push_back(fmt::format("{} was corrected twice by {}", posted.member.text, posted.subject));
    }
    void hear(const EventBody& body)
    {
        if (const auto* posted = std::get_if<PointsPosted>(&body); posted && posted->reason == PointsReason::gift) {
            if (posted->subject.starts_with(office::correction_mark)) return note_correction(*posted);
            Due& due{gifts[{posted->member.text, posted->subject}]};
            if (posted->points < 0) {
                if (due.taken_back || posted->points != -due.points) {
                    twice.push_back(fmt::format("{} lost {} points of {}", posted->member.text, -posted->points,
                                                posted->subject));
                }
                due.taken_back = true;
                return;
            }
            if (due.points != 0) {
                twice.push_back(fmt::format("{} was given {} twice", posted->member.text, posted->subject));
            }
            due.points += posted->points;
        } else if (const auto* moved = std::get_if<OffersMoved>(&body)) {
            if (moved->source_origin != office_origin) return;
            for (const CouponMoved& coupon : moved->coupons_issued) {
                Due& due{gifts[{moved->member.text, moved->receipt.text}]};
                if (due.coupon) twice.push_back(fmt::format("coupon {} was given twice", coupon.code));
                due.coupon = true;
            }
        }
    }
};

std::string words_of(const std::optional<Due>& due)
{
    if (!due) return "nothing";
    return fmt::format("{} points{}{}", due->points, due->coupon ? " and a coupon" : "",
                       due->taken_back ? ", taken back" : "");
}

// Those who were merged, or shared a purse, at some time, or were erased: whose gift it was then, the rules here do not
// say.
using Mixed = std::set<std::string>;

void note_mixed(const EventBody& body, Mixed& mixed)
{
    if (const auto* merged = std::get_if<MembersMerged>(&body)) mixed.insert({merged->kept.text, merged->merged.text});
    // Her birthday and who brought her along are known no more.
    if (const auto* erased = std::get_if<MemberErased>(&body)) mixed.insert(erased->member.text);
    if (const auto* joined = std::get_if<FamilyJoined>(&body)) mixed.insert({joined->member.text, joined->account});
}

bool is_mixed(const Mixed& mixed, const std::pair<std::string, std::string>& key)
{
    constexpr std::string_view referral{"referral/"};
    if (mixed.count(key.first) > 0) return true;
    return key.second.rfind(referral, 0) == 0 && mixed.count(key.second.substr(referral.size())) > 0;
}

void compare(const Gifts& due, const Gifts& given, const Mixed& mixed, Complaints& complaints)
{
    std::set<std::pair<std::string, std::string>> keys;
    for (const auto& [key, one] : due) keys.insert(key);
    for (const auto& [key, one] : given) keys.insert(key);
    for (const auto& key : keys) {
        const auto at = [&](const Gifts& gifts) {
            const auto found = gifts.find(key);
            return found == gifts.end() ? std::nullopt : std::optional{found->second};
        };
        if (at(due) == at(given) || is_mixed(mixed, key)) continue;
        complaints.push_back(fmt::format("{} has {} for {}, where {} is due", key.first, words_of(at(given)),
                                         key.second, words_of(at(due))));
    }
}

using Held = std::set<std::pair<std::string, std::string>>; // Code and promotion.

void compare_coupons(World& world, const std::set<std::string>& members, Complaints& complaints)
{
    const std::string today{iso_date(world.now_ms(), utc_offset_minutes)};
    for (const std::string& member : members) {
        Held due;
        for (const CouponMoved& coupon : office::coupons_of(world.office().reads(), {member}, today)) {
            due.emplace(coupon.code, coupon.promotion);
        }
        for (SimTill* till : world.tills()) {
            Held here;
            for (const HeldCouponView& coupon : till->store().member_files().coupons({member}, today)) {
                here.emplace(coupon.code, coupon.promotion);
            }
            if (here == due) continue;
            complaints.push_back(fmt::format("till {} shows {} coupons of {}, the office {}", till->number(),
                                             here.size(), member, due.size()));
        }
    }
}

template<typename Hear>
void for_each_line(World& world, Hear&& hear)
{
    const Journal& journal{world.office().office().books().journal()};
    constexpr int lines_at_once{1'000};
    for (auto lines = journal.after_position(0, lines_at_once); !lines.empty();
         lines = journal.after_position(lines.back().position, lines_at_once)) {
        for (const JournalLine& line : lines) {
            if (const auto event = decode(line.text)) hear(*event);
        }
    }
}

} // namespace

std::map<MemberId, std::int64_t> gift_points(World& world)
{
    std::map<MemberId, std::int64_t> points;
    for_each_line(world, [&](const Event& event) {
        const auto* posted = std::get_if<PointsPosted>(&event.body);
        if (posted != nullptr && posted->reason == PointsReason::gift) points[posted->member] += posted->points;
    });
    return points;
}

GiftCounts gifts_of(World& world)
{
    Given given;
    for_each_line(world, [&](const Event& event) { given.hear(event.body); });
    GiftCounts counts;
    for (const auto& [key, due] : given.gifts) {
        if (key.second == "welcome") ++counts.welcomes;
        else if (key.second.starts_with("BD")) ++counts.birthdays;
        else ++counts.referrals;
        counts.taken_back += due.taken_back ? 1 : 0;
    }
    return counts;
}

Complaints gifts_agree(World& world)
{
    Rules rules;
    Given given;
    Mixed mixed;
    for_each_line(world, [&](const Event& event) {
        rules.hear(event);
        given.hear(event.body);
        note_mixed(event.body, mixed);
    });
    Complaints complaints{given.twice};
    compare(rules.due(), given.gifts, mixed, complaints);
    std::set<std::string> members;
    for (const auto& [key, due] : given.gifts) members.insert(key.first);
    compare_coupons(world, members, complaints);
    return complaints;
}

} // namespace guitai::sim
