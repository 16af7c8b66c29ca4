// A second person allows by PIN, in place, what the first may not do alone; then
// it is done, and the first one is back at the counter.
#include "terminal/app/permission.hpp"
#include "terminal/app/sign_in.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

namespace guitai {
namespace {

// Whether `person` may allow what is waiting.
bool may_allow(const Desk& desk, const PendingCommand& pending, const StaffReader::Person& person)
{
    // Nobody who stands under the rule can lift it; a person above it never had to ask.
    if (person.name == pending.given.asked_by) return false;
    return limit_of(desk.state.rules, person.role).may_vouch;
}

} // namespace

Result<void> perform(Desk& desk, const Approve& command)
{
    if (!desk.state.pending) return refuse("approval.nothing_waits");
    const auto person = check_pin(desk, command.name, command.pin);
    if (!person) return refuse(person.error());
    const PendingCommand pending{*desk.state.pending};

    SignedIn right_pin;
    right_pin.staff = person->name;
    right_pin.role = person->role;
    if (!may_allow(desk, pending, *person)) {
        desk.ports.ledger.write({right_pin});
        show_session(desk);
        return refuse("approval.wrong_person", person->name.text);
    }

    OverrideGiven given{pending.given};
    given.approved_by = person->name;
    desk.state.approved_by = person->name;
    desk.state.approval = {right_pin, given};
    desk.state.pending.reset();
    const Cart cart_before{desk.state.cart};
    Result<void> done{};
    try {
        done = std::visit([&](const auto& again) { return perform(desk, again); }, pending.command);
        if (!done) desk.state.approval = {right_pin};
        // Not written yet where the command itself writes nothing, or was refused after all.
        if (!desk.state.approval.empty()) desk.write({});
    } catch (...) {
        // A disk that fails must not leave on the ticket what nobody is known to have allowed.
        desk.state.cart = cart_before;
        desk.state.pending = pending;
        show_cart(desk);
        throw;
    }
    desk.state.approved_by = {};
    show_session(desk);
    return done;
}

Result<void> perform(Desk& desk, const GiveUpApproval&)
{
    desk.state.pending.reset();
    return {};
}

} // namespace guitai
