#include "sync/office/club.hpp"

#include "sync/events/payment_number.hpp"
#include "sync/office/leases.hpp"
#include "sync/office/projections/club.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/together.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

void tell_fee(Office& office, const database::Transaction& open, const FeeRow& fee)
{
    MembershipTold told;
    told.fee = fee.fee;
    told.member = fee.member;
    told.amount = Money::from_minor(fee.amount_minor);
    told.tender = fee.tender;
    told.reference = fee.reference;
    told.points = fee.points;
    told.paid_on = fee.paid_on;
    told.paid_until = fee.paid_until;
    told.refunded = !fee.refund.empty();
    office.say(open, std::move(told));
}

// Once its payment is known.
void tell_fee(Office& office, const database::Transaction& open, std::string_view number)
{
    const auto fee = find_fee(office.connection(), number);
    if (fee && !fee->paid_on.empty()) tell_fee(office, open, *fee);
}

} // namespace

std::vector<Refusal> concerns_about_club(database::Connection& connection, const MembershipPaid& paid)
{
    if (is_member(connection, paid.member)) return {};
    return {{"fee.unknown_member", fmt::format("{} paid {}", paid.member.text, text_of(paid.taken.amount))}};
}

std::vector<Refusal> concerns_about_club(database::Connection& connection, const Event& event,
                                         const MembershipRefunded& refunded)
{
    const std::string what{fmt::format("{} of {}", text_of(-refunded.given.amount), refunded.fee)};
    const auto fee = find_fee(connection, refunded.fee);
    std::vector<Refusal> concerns;
    if (fee && !fee->refund.empty()) {
        concerns.push_back({"fee.refunded_twice", fmt::format("{}; {} before", what, fee->refund)});
    }
    const std::int64_t missing{not_in_leases(connection, event.origin, refunded.lots)};
    if (missing > 0) {
        concerns.push_back({"points.spent_twice",
                            fmt::format("{}: {} points are in no lease of this till", what, missing)});
    }
    return concerns;
}

std::vector<Refusal> concerns_about_club(database::Connection& connection, const ServiceReturned& returned)
{
    if (!was_returned(connection, returned.receipt, returned.n)) return {};
    return {{"service.returned_twice", fmt::format("{} of {}: {} points", returned.service, returned.receipt.text,
                                                   returned.restored.amount)}};
}

void tell_club(Office& office, const database::Transaction& open, const Event& event, const MembershipPaid& paid)
{
    const std::string slip{payment_number(paid, event.origin)};
    office.say(open, PointsPosted{paid.member, paid.lot.amount, paid.lot.expires_on, PointsReason::fee, slip,
                                  event.origin, event.number, {}, paid.business_date});
    tell_fee(office, open, std::string_view{slip});
    tell_shares(office, open, {paid.member}, {}, slip);
}

void tell_club(Office& office, const database::Transaction& open, const Event& event,
               const MembershipRefunded& refunded)
{
    const std::string slip{payment_number(refunded, event.origin)};
    for (const LotPart& part : refunded.lots) {
        office.say(open, PointsPosted{refunded.member, -part.amount, part.expires_on, PointsReason::fee, slip,
                                      event.origin, event.number, {}, refunded.business_date});
    }
    tell_fee(office, open, std::string_view{refunded.fee});
    tell_shares(office, open, {refunded.member}, refunded.lots, slip);
}

void tell_club(Office& office, const database::Transaction& open, const Event& event, const ServiceReturned& returned)
{
    for (const LotPart& part : returned.restored.lots) {
        office.say(open, PointsPosted{returned.restored.member, part.amount, part.expires_on, PointsReason::restored,
                                      returned.receipt.text, event.origin, event.number, {}});
    }
    office.say(open, ServiceReturnTold{returned.receipt, returned.n});
    tell_shares(office, open, {returned.restored.member}, returned.restored.lots, returned.receipt.text);
}

} // namespace guitai::office
