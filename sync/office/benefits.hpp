// What the head office gives a member unasked: for joining, on her birthday. Each gift has a subject that makes it one
// of its kind, so it is given once, whatever is sent again and however often books are put back.
#pragma once

#include "sync/office/office.hpp"

#include <string>
#include <string_view>

namespace guitai::office {

// Days that the head office was off are made good, so many of them.
inline constexpr std::int64_t birthdays_back_max{31};

struct Gift {
    MemberId member;
    std::string subject; // What it is for; of each she has one.
    std::string coupon_code; // Of the coupon, where the benefit has one.
    Benefit benefit;
};
// The points and the coupon of it, for every till. Nothing where she has it already, or where it is nothing.
void give(Office& office, const database::Transaction& open, const Gift& gift, std::int64_t points_months);

// Neither erased nor kept under another number.
[[nodiscard]] bool may_have_gifts(database::Connection& connection, const MemberId& member);

// Somebody joined at a till. An import is of people who have been members for long: it welcomes nobody.
void welcome(Office& office, const database::Transaction& open, const MemberId& member);

// The birthdays of the days after `before` up to `today`; of `today` alone where no day had begun.
void give_birthday_gifts(Office& office, const database::Transaction& open, const std::string& before,
                         const std::string& today);
// Her birthday was told here only now, and somebody knew it on `since`: a day that has come since is made good.
void give_missed_birthday_gift(Office& office, const database::Transaction& open, const MemberId& member,
                               std::string since);

} // namespace guitai::office
