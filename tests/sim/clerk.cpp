#include "tests/sim/clerk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace guitai::sim {
namespace {

// What a clerk may hear without any of the programs being wrong: two people want
// the same thing, or the till does not know yet what another one knows.
bool is_part_of_life(const std::string& code)
{
    constexpr std::array<std::string_view, 62> expected{
        "points.left_hand", "value.left_hand",
        "sign_in.wrong", "sign_in.locked", "member.not_found", "member.exists", "order.wrong_state",
        "order.fetched_elsewhere", "order.not_there", "order.unknown",
        "park.unknown", "discount.above_cap", "close.nothing_to_close",
        "order.nothing_paid", "cash.not_enough", "return.all_back", "points.only_offline",
        "carried.not_armed", "carried.too_old", "carried.no_key", "order.not_sent_here",
        "lease.not_enough", "till.cap", "till.epoch_stale", "points.nothing_to_pay", "value.empty",
        "value.only_offline", "value.over_max", "gift.no_key", "pay.account_limit", "office.restored",
        "office.recovering", "member.noted_already", "member.no_such_note", "consent.yes_first",
        "consent.given_already", "referral.unknown", "referral.herself", "family.already", "family.herself",
        "family.leave_first", "family.in_none", "family.full", "password.wrong", "password.locked",
        "file.needs_adviser_key", "file.needs_adviser", "fee.none", "fee.refunded_already", "fee.nothing_unused",
        "fee.only_where_held", "fee.points_elsewhere", "service.needs_purchase", "service.not_enough_points",
        "service.returned_already", "lease.asked_back", "return.office_away", "return.unknown_receipt", "coupon.used",
        "coupon.unknown", "complaint.result_first", "complaint.done_already"};
    return std::find(expected.begin(), expected.end(), code) != expected.end();
}

bool wants_owner(const std::string& code)
{
    constexpr std::string_view end{".needs_approval"};
    return code.size() > end.size() && code.compare(code.size() - end.size(), end.size(), end) == 0;
}

} // namespace

Clerk::Did Clerk::act(const Command& command, std::string_view kind, const std::function<void()>& effect)
{
    switch (m_till.handle(command)) {
    case Outcome::done:
        if (effect) effect();
        return Did::yes;
    case Outcome::refused:
        if (!is_part_of_life(m_till.refusal().code) && !wants_owner(m_till.refusal().code)) {
            wonder(fmt::format("refuses command {} with {} ({})", command.index(), m_till.refusal().code,
                               m_till.refusal().detail));
        }
        return Did::no;
    case Outcome::failed: // The disk was bad for a moment; the clerk tries again.
        m_till.disk().heal();
        return act(command, kind, effect);
    case Outcome::cut: break;
    }
    start_till();
    const auto& found = m_till.found_at_start();
    const bool was_kept{!kind.empty() && std::find(found.begin(), found.end(), kind) != found.end()};
    if (was_kept && effect) effect();
    return Did::down;
}

Clerk::Did Clerk::act_with_owner(const Command& command, std::string_view kind, const std::function<void()>& effect)
{
    const Did did{act(command, kind, effect)};
    if (did != Did::no || !wants_owner(m_till.refusal().code)) return did;
    if (m_dice.percent(20)) {
        act(GiveUpApproval{});
        return Did::no;
    }
    const Person& owner{people().back()};
    return act(Approve{owner.name, owner.pin}, kind, effect);
}

void Clerk::wonder(const std::string& what)
{
    m_surprises.push_back(fmt::format("till {} {}", m_till.number(), what));
}

void Clerk::start_till()
{
    while (!m_till.is_up()) {
        try {
            m_till.start();
        } catch (const database::DatabaseError&) {
            m_till.cut_power(m_dice.seed()); // A start can be cut off too.
        }
    }
    m_name.clear();
}

void Clerk::sign_in()
{
    const Person& person{m_dice.pick(people())};
    if (m_dice.percent(5)) act(SignIn{person.name, "1111"});
    if (act(SignIn{person.name, person.pin}) == Did::yes) m_name = person.name;
}

// Signed in and a shift open; false where something came in between.
bool Clerk::ready()
{
    if (!m_till.is_up()) start_till();
    if (m_name.empty()) sign_in();
    if (m_name.empty()) return false;
    TillTally& own{m_tally.tills.at(m_till.number())};
    if (!own.has_open_shift()) {
        const std::int64_t float_minor{m_dice.between(0, 20) * 5'000};
        const std::string date{iso_date(m_till.clock().now_ms(), utc_offset_minutes)};
        act(OpenShift{Money::from_minor(float_minor)}, "shift_opened",
            [&] { m_tally.open_shift(m_till.number(), m_till.place(), date, float_minor); });
    }
    if (!m_name.empty() && !m_till.view().leases.dormant.empty() && m_dice.percent(30)) {
        act_with_owner(VouchLeases{"停电后重启，只有这一台"}, {}, {});
    }
    return !m_name.empty() && own.has_open_shift();
}

void Clerk::drop_ticket()
{
    if (m_name.empty()) return; // The till went down, and the ticket with it.
    while (m_till.is_up() && !m_till.view().payment.tenders.empty()) {
        if (act(TakeBackTender{0}) != Did::yes) return;
    }
    if (!m_name.empty()) act(ClearTicket{});
}

void Clerk::put_ticket_away()
{
    if (!m_till.is_up() || m_till.view().cart.lines.empty()) return;
    if (ready()) drop_ticket();
}

std::int64_t Clerk::cash_there() { return m_tally.tills.at(m_till.number()).shifts.back().cash_in_drawer(); }

void Clerk::step()
{
    if (!ready()) return;
    if (hear_terminal()) wonder("sells what nobody waits for");
    if (m_name.empty()) return;
    if (m_dice.percent(5)) return ask_family(phone_of(m_dice.below(8)));
    const std::int64_t what{m_dice.below(100)};
    if (what < 29) sell();
    else if (what < 31) pay_fee();
    else if (what < 32) m_dice.percent(60) ? give_fee_back() : give_service_back();
    else if (what < 35) write_in_file();
    else if (what < 36) use_keys();
    else if (what < 44) take_back();
    else if (what < 47) swap();
    else if (what < 56) order();
    else if (what < 60) recall();
    else if (what < 64) enrol_member();
    else if (what < 67) top_up();
    else if (what < 69) pay_account();
    else if (what < 71) record_miss();
    else if (what < 73) change_guides();
    else if (what < 87) look_after_orders();
    else if (what < 92) move_cash();
    else if (what < 96) look_at_reports();
    else if (what < 98) change_hands();
    else close_shift();
}

void Clerk::open_the_day()
{
    for (int tries{0}; tries < 50 && !ready(); ++tries) m_till.disk().heal();
    if (!ready()) wonder("can not be opened in the morning");
}

void Clerk::close_the_day()
{
    TillTally& own{m_tally.tills.at(m_till.number())};
    for (int tries{0}; tries < 50 && own.has_open_shift(); ++tries) {
        if (ready()) close_shift();
    }
    if (own.has_open_shift()) wonder("can not close its shift in the evening");
    while (m_name.empty()) {
        if (!m_till.is_up()) start_till();
        sign_in();
    }
    if (own.shifts_reported == own.shifts.size() || m_dice.percent(10)) return;
    act(CloseDay{}, "day_closed", [&] {
        ++own.day_reports;
        own.shifts_reported = own.shifts.size();
    });
}

} // namespace guitai::sim
