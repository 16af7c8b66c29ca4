#include "sync/office/benefits.hpp"

#include "sync/office/projections/benefits.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/privacy.hpp"
#include "sync/office/together.hpp"
#include "sync/purses/owners.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace guitai::office {
namespace {

constexpr std::string_view welcome_subject{"welcome"};

std::string today_at(Office& office) { return date_in(office.connection(), {}, office.now_ms()); }

bool has_29_february(std::string_view date)
{
    return date_plus_days(std::string{date.substr(0, 4)} + "-02-28", 1).substr(5) == "02-29";
}

// Month and day of the birthdays that are kept on that day.
std::vector<std::string> birthdays_on(const std::string& date)
{
    std::vector<std::string> days{date.substr(5)};
    if (days.front() == "02-28" && !has_29_february(date)) days.emplace_back("02-29");
    return days;
}

void give_birthday_gift(Office& office, const database::Transaction& open, const BenefitsSet& rules,
                        const MemberId& member, std::string_view date)
{
    const std::string name{fmt::format("BD{}-{}", date.substr(0, 4), member.text)};
    give(office, open, {member, name, name, rules.birthday}, rules.points_months);
}

std::vector<MemberId> members_born_on(database::Connection& connection, const std::string& month_day)
{
    database::Statement find{connection, "SELECT member FROM members WHERE substr(birthday, 6) = ?1"
                                         " AND merged_into = '' AND NOT EXISTS (SELECT 1 FROM erased_members e"
                                         " WHERE e.member = members.member) ORDER BY member"};
    find.bind(1, month_day);
    std::vector<MemberId> members;
    while (find.step()) members.push_back({find.text(0)});
    return members;
}

} // namespace

void give(Office& office, const database::Transaction& open, const Gift& gift, std::int64_t points_months)
{
    const Benefit& benefit{gift.benefit};
    if (benefit.is_nothing() || find_gift(office.connection(), gift.member, gift.subject)) return;
    const std::string today{today_at(office)};
    if (benefit.points > 0) {
        office.say(open, PointsPosted{gift.member, benefit.points, date_plus_months(today, points_months),
                                      PointsReason::gift, gift.subject, office_origin, 0, {}, today});
        tell_shares(office, open, {gift.member}, {}, gift.subject); // It may pay what others of her purse owe.
    }
    if (benefit.promotion.empty()) return;
    OffersMoved moved;
    moved.receipt = {gift.subject}; // No ticket gave it out.
    moved.member = gift.member;
    moved.coupons_issued = {{gift.coupon_code, benefit.promotion, today + "T00:00",
                             date_plus_days(today, benefit.days) + "T00:00"}};
    moved.source_origin = office_origin;
    office.say(open, std::move(moved));
}

bool may_have_gifts(database::Connection& connection, const MemberId& member)
{
    return purses::person_of(connection, member) == member && !is_erased(connection, member);
}

void welcome(Office& office, const database::Transaction& open, const MemberId& member)
{
    if (!may_have_gifts(office.connection(), member)) return;
    const BenefitsSet rules{benefits_of(office.connection())};
    give(office, open, {member, std::string{welcome_subject}, fmt::format("WEL-{}", member.text), rules.welcome},
         rules.points_months);
}

void give_birthday_gifts(Office& office, const database::Transaction& open, const std::string& before,
                         const std::string& today)
{
    const BenefitsSet rules{benefits_of(office.connection())};
    if (rules.birthday.is_nothing()) return;
    std::string date{is_iso_date(before) ? date_plus_days(before, 1) : today};
    for (date = std::max(date, date_plus_days(today, -birthdays_back_max)); date <= today;
         date = date_plus_days(date, 1)) {
        for (const std::string& month_day : birthdays_on(date)) {
            for (const MemberId& member : members_born_on(office.connection(), month_day)) {
                give_birthday_gift(office, open, rules, member, date);
            }
        }
    }
}

void give_missed_birthday_gift(Office& office, const database::Transaction& open, const MemberId& member,
                               std::string since)
{
    const auto profile = find_member(office.connection(), member.text);
    if (!profile || !is_iso_date(profile->birthday) || !is_iso_date(since)) return;
    if (!may_have_gifts(office.connection(), member)) return;
    const BenefitsSet rules{benefits_of(office.connection())};
    if (rules.birthday.is_nothing()) return;
    const std::string today{today_at(office)};
    for (since = std::max(since, date_plus_days(today, -birthdays_back_max)); since <= today;
         since = date_plus_days(since, 1)) {
        const auto days = birthdays_on(since);
        if (std::find(days.begin(), days.end(), profile->birthday.substr(5)) == days.end()) continue;
        give_birthday_gift(office, open, rules, member, since);
    }
}

} // namespace guitai::office
