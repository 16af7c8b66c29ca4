#include "terminal/app/phone_approval.hpp"

#include "terminal/app/leases.hpp"
#include "terminal/app/sign_in.hpp"

namespace guitai {
namespace {

constexpr int draws_max{100};

std::string request_for(const Desk& desk, PhoneQuestion& question)
{
    const SharedKey* const key{desk.ports.phone_key};
    if (key == nullptr || desk.ports.digits == nullptr) return {};
    // One that was answered before is not asked again: its code would be good a second time.
    for (int draw{0}; draw < draws_max; ++draw) {
        question.nonce = desk.ports.digits->draw(phone_nonce_digits);
        const auto mac = key->mac_of(signed_request(question));
        if (!mac) return {};
        std::string request{phone_request(question, *mac)};
        if (!desk.ports.staff.phone_request_used(request)) return request;
    }
    return {};
}

bool is_expired(const Desk& desk, const PendingCommand& pending)
{
    const std::int64_t age_ms{desk.now_ms() - pending.asked_at_ms};
    return age_ms >= phone_request_ms || age_ms < -phone_request_ms;
}

} // namespace

void make_phone_request(Desk& desk, PendingCommand& pending)
{
    pending.question.till = desk.state.view.shop.till;
    pending.question.action = pending.given.action;
    pending.question.ticket = desk.ports.days.counts().receipts + 1;
    pending.question.amount = pending.given.amount;
    pending.request = request_for(desk, pending.question);
    pending.asked_at_ms = desk.now_ms();
}

Result<void> check_phone_code(Desk& desk, const std::string& code)
{
    PendingCommand& pending{*desk.state.pending};
    if (pending.request.empty()) return refuse("approval.no_phone");
    const StaffReader::PhoneTries before{desk.ports.staff.phone_tries()};
    if (const auto until = locked_until(before.failed_tries, before.last_try_at_ms, desk.now_ms()); until != 0) {
        return refuse("approval.phone_locked", minutes_until(until, desk.now_ms()));
    }
    if (is_expired(desk, pending)) {
        make_phone_request(desk, pending);
        return refuse("approval.phone_expired");
    }
    PhoneCodeTried tried;
    tried.request = pending.request;
    tried.staff = desk.staff();
    (void)record(desk, {tried});
    const auto mac = desk.ports.phone_key->mac_of(signed_grant(pending.question));
    if (!mac || typed_digits(code) != digits_of(*mac, phone_code_digits)) {
        return refuse("approval.phone_wrong", std::to_string(tries_left(before.failed_tries) - 1));
    }
    return {};
}

PhoneView phone_view(const Desk& desk)
{
    PhoneView view;
    if (!desk.state.pending || desk.state.pending->request.empty()) return view;
    const PendingCommand& pending{*desk.state.pending};
    const StaffReader::PhoneTries tries{desk.ports.staff.phone_tries()};
    view.request = pending.request;
    view.action = pending.question.action;
    view.ticket = pending.question.ticket;
    view.amount = pending.question.amount;
    view.locked_until_ms = locked_until(tries.failed_tries, tries.last_try_at_ms, desk.now_ms());
    view.tries_left = view.locked_until_ms != 0 ? 0 : tries_left(tries.failed_tries);
    return view;
}

} // namespace guitai
