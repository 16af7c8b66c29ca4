#include "terminal/app/return_freight.hpp"

#include "sync/events/override_action.hpp"
#include "sync/events/return_reason.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/domain/shift.hpp"

namespace guitai {
namespace {

constexpr Money freight_max{Money::from_minor(1'000'000)};

} // namespace

FreightPayer freight_payer(Money freight, std::string_view reason)
{
    if (freight.is_zero()) return FreightPayer::nobody;
    return is_our_fault(reason) ? FreightPayer::firm : FreightPayer::customer;
}

Result<void> check_freight(Desk& desk, const ReturnLine& command)
{
    if (command.freight.is_negative() || command.freight > freight_max) {
        return refuse("freight.bad_amount", text_of(command.freight));
    }
    if (freight_payer(command.freight, command.reason) != FreightPayer::firm) return {};
    if (auto open = must_have_shift(desk); !open) return open;
    const DayReader::Shift& shift{desk.state.shift};
    if (command.freight > expected_cash(shift.float_amount, desk.ports.days.takings_of_shift(shift.shift))) {
        return refuse("cash.not_enough", text_of(command.freight));
    }
    // It leaves the drawer as any other money that is paid out does.
    if (desk.limit().may_vouch || !desk.state.approved_by.empty()) return {};
    OverrideGiven given;
    given.action = override_action::paid_out;
    given.reason = command.reason;
    given.subject = command.receipt.text;
    given.amount = command.freight;
    return ask_approval(desk, command, "cash.needs_approval", std::move(given));
}

Money freight_we_owe(const SaleCompleted& sale)
{
    Money freight;
    for (const SaleLine& line : sale.lines) {
        if (line.freight_by == FreightPayer::firm) freight += line.freight;
    }
    return freight;
}

CashMoved freight_paid(const Desk& desk, Money freight, const ReceiptNumber& receipt)
{
    CashMoved moved;
    moved.shift = desk.state.shift.shift;
    moved.staff = desk.staff();
    moved.movement = CashMovement::paid_out;
    moved.amount = freight;
    moved.reason = desk.words()("paper.return_freight") + " " + receipt.text;
    return moved;
}

} // namespace guitai
