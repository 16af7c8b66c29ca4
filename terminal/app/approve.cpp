// A second person allows by PIN, in place, what the first may not do alone; then
// it is done, and the first one is back at the counter.
#include "terminal/app/leases.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/phone_approval.hpp"
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

// Does what waited, with the events that allow it; those of `if_refused` alone where it is refused after all.
Result<void> do_allowed(Desk& desk, const StaffName& by, std::vector<EventBody> allowed,
                        std::vector<EventBody> if_refused)
{
    const PendingCommand pending{*desk.state.pending};
    desk.state.approved_by = by;
    desk.state.approval = std::move(allowed);
    desk.state.pending.reset();
    const Cart cart_before{desk.state.cart};
    Result<void> done{};
    try {
        done = std::visit([&](const auto& again) { return perform(desk, again); }, pending.command);
        if (!done) desk.state.approval = std::move(if_refused);
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

// Who gave the code stands at the head office, under the request.
Result<void> allow_by_phone(Desk& desk, const std::string& code)
{
    if (auto right = check_phone_code(desk, code); !right) return right;
    OverrideGiven given{desk.state.pending->given};
    given.phone_request = desk.state.pending->request;
    // A code is used up whatever becomes of the command.
    return do_allowed(desk, {"phone " + given.phone_request}, {given}, {given});
}

} // namespace

Result<void> perform(Desk& desk, const Approve& command)
{
    if (!desk.state.pending) return refuse("approval.nothing_waits");
    if (!command.phone_code.empty()) return allow_by_phone(desk, command.phone_code);
    const auto person = check_pin(desk, command.name, command.pin);
    if (!person) return refuse(person.error());

    SignedIn right_pin;
    right_pin.staff = person->name;
    right_pin.role = person->role;
    if (!may_allow(desk, *desk.state.pending, *person)) {
        (void)record(desk, {right_pin});
        show_session(desk);
        return refuse("approval.wrong_person", person->name.text);
    }
    OverrideGiven given{desk.state.pending->given};
    given.approved_by = person->name;
    return do_allowed(desk, person->name, {right_pin, given}, {right_pin});
}

Result<void> perform(Desk& desk, const GiveUpApproval&)
{
    desk.state.pending.reset();
    return {};
}

} // namespace guitai
