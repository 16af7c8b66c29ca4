#include "terminal/app/till.hpp"

#include "terminal/app/cards.hpp"
#include "terminal/app/club.hpp"
#include "terminal/app/coupons.hpp"
#include "terminal/app/file_keys.hpp"
#include "terminal/app/leases.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/till_state.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

#include <utility>

namespace guitai {
namespace {

// However a command ends, by refusal or by a broken disk, nobody keeps another's approval.
class ApprovalEnds {
public:
    explicit ApprovalEnds(TillState& state) : m_state{state} {}
    ~ApprovalEnds()
    {
        m_state.approved_by = {};
        m_state.approval.clear();
    }
    ApprovalEnds(const ApprovalEnds&) = delete;
    ApprovalEnds& operator=(const ApprovalEnds&) = delete;

private:
    TillState& m_state;
};

// The news may have moved what the ticket takes out of purses since the glass was drawn.
bool is_of_purses(const Refusal& why) { return why.code == "points.left_hand" || why.code == "value.left_hand"; }

// What was waiting for a second person is forgotten when something else is done.
void forget_pending(TillState& state, const Command& command)
{
    if (!std::holds_alternative<Approve>(command) && !only_looks(command)) state.pending.reset();
}

} // namespace

std::vector<Event> Desk::write(std::vector<EventBody> bodies, std::vector<PrintJob> jobs) const
{
    bodies.insert(bodies.begin(), state.approval.begin(), state.approval.end());
    auto events = record(*this, std::move(bodies), std::move(jobs));
    state.approval.clear();
    return events;
}

Till::Till(Ports ports) : m_ports{std::move(ports)}, m_state{std::make_unique<TillState>()}
{
    m_state->view.shop = m_ports.shop();
    refresh();
}

Till::~Till() = default;

Result<void> Till::handle(const Command& command)
{
    // What a failing disk had shown is seen anew as soon as it can be.
    const bool looks{only_looks(command)};
    if (m_ports.ledger.catch_up()) refresh();
    (void)rest();
    Desk desk{m_ports, *m_state};
    const ApprovalEnds ends{*m_state};
    if (comes_from_a_device(command)) end_keys(desk);
    else keep_keys(desk);
    if (!looks) {
        m_state->view.banner = {};
        m_state->view.payment.account_paid.reset();
        m_state->view.payment.value_loaded.reset();
        m_state->view.payment.fee_done.reset();
        m_state->view.payment.service_back.reset();
    }

    Result<void> done{must_be_signed_in(desk, command)};
    if (done) {
        forget_pending(*m_state, command);
        done = std::visit([&](const auto& one) { return perform(desk, one); }, command);
    }
    if (!done && is_of_purses(done.error())) refresh(); // Whose they are by now is on the glass before she pays again.
    if (!done) m_state->view.banner = {done.error().code, done.error().detail, true};
    show_frame(desk);
    return done;
}

void Till::refresh()
{
    static_cast<void>(m_ports.ledger.catch_up()); // All of it is read again here.
    const Money due_before{view().cart.due};
    Desk desk{m_ports, *m_state};
    m_state->view.shop = m_ports.shop();
    m_state->rules = m_ports.rules ? m_ports.rules() : default_rules(m_state->view.shop.store);
    m_state->view.shop.delivery_slots = m_state->rules.delivery_slots;
    m_state->sold.clear();
    m_state->tiers = m_ports.member_files != nullptr ? m_ports.member_files->tiers() : TiersSet{};
    m_state->chain_services = m_ports.club != nullptr ? m_ports.club->services() : ServicesSet{};
    show_membership(desk);
    show_session(desk);
    show_tiles(desk);
    end_keys(desk);
    show_members(desk);
    const std::string used_coupon{put_used_coupons_away(desk)};
    show_cart(desk, m_state->view.cart.last_touched);
    show_parked(desk);
    show_orders(desk);
    show_close(desk);
    show_grid(desk);
    take_up_open_cards(desk);
    // She was told another: who left a family has none of its points, and a price may be a new one.
    const bool has_changed{!is_between_tickets() && view().cart.due != due_before};
    if (has_changed) m_state->view.banner = {"pay.total_changed", text_of(view().cart.due), false};
    if (!used_coupon.empty()) m_state->view.banner = {"coupon.used_elsewhere", used_coupon, true};
    tend_leases(desk);
    show_leases(desk);
    show_frame(desk);
}

bool Till::rest()
{
    if (m_state->sold.empty()) return false;
    Desk desk{m_ports, *m_state};
    show_tiles_of(desk, std::exchange(m_state->sold, {}));
    show_grid(desk);
    return true;
}

void Till::hear(const Event& event)
{
    Desk desk{m_ports, *m_state};
    hear_leases(desk, event);
    show_frame(desk);
}

void Till::stop()
{
    static_cast<void>(m_ports.ledger.catch_up()); // What ends is the same, whatever was seen last.
    Desk desk{m_ports, *m_state};
    end_process(desk);
}

void Till::report(const Refusal& failure) { m_state->view.banner = {failure.code, failure.detail, true}; }

const TillView& Till::view() const { return m_state->view; }

} // namespace guitai
