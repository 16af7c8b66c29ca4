// A journal that is a vector, and everything that a store would read from it.
#pragma once

#include "sync/events/served_by.hpp"
#include "sync/points/points.hpp"
#include "terminal/domain/shift.hpp"
#include "tests/support/fake_parts.hpp"
#include "tests/support/open_cards.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace guitai::test {

// Everything that was written, and the sums a store would keep of it.
struct FakeBooks final : Ledger, StaffReader, OrderReader, DayReader, MemberReader {
    const FakeClock& clock;
    std::vector<Event> events;
    std::vector<PrintJob> printed;
    std::vector<std::size_t> writes; // How many events each write held.
    std::vector<Person> staff;
    std::vector<MemberProfile> profiles;
    std::map<MemberId, std::vector<Lot>> lots;
    std::map<OrderId, OrderDetail> taken;
    std::map<ReceiptNumber, SaleCompleted> others; // Receipts of other tills.
    FakeCatalogue* catalogue{nullptr};
    std::int64_t store_till{71};
    bool disk_full{false};
    bool stumbles{false}, behind{false}; // The next write is kept, and no shift is shown until it is caught up with.

    explicit FakeBooks(const FakeClock& ticking) : clock{ticking} {}

    template<typename Body>
    [[nodiscard]] std::vector<Body> all() const
    {
        std::vector<Body> found;
        for (const Event& event : events) {
            if (const auto* body = std::get_if<Body>(&event.body)) found.push_back(*body);
        }
        return found;
    }
    std::vector<Event> write(std::vector<EventBody> bodies, std::vector<PrintJob> jobs = {}) override
    {
        if (disk_full) throw std::runtime_error{"disk full"};
        behind = std::exchange(stumbles, false);
        std::vector<Event> made;
        for (EventBody& body : bodies) {
            made.push_back({store_till, static_cast<std::int64_t>(events.size()) + 1, clock.at_ms, std::move(body)});
            events.push_back(made.back());
            std::visit([&](const auto& one) { project(one); }, made.back().body);
        }
        writes.push_back(bodies.size());
        printed.insert(printed.end(), jobs.begin(), jobs.end());
        return made;
    }
    bool catch_up() override { return std::exchange(behind, false); }
    [[nodiscard]] std::int64_t reprints(const ReceiptNumber& receipt) const override
    {
        return std::count_if(printed.begin(), printed.end(),
                             [&](const PrintJob& job) { return job.reprint_of == receipt; });
    }
    // News from the head office about an order.
    void move_order(const OrderId& order, OrderState state)
    {
        taken.at(order).brief.state = state;
        taken.at(order).brief.refund_due = is_given_up(state);
    }

    template<typename Body>
    void project(const Body&) {}
    void project(const SignInTried& tried)
    {
        if (Person* const person = named(tried.staff)) {
            ++person->failed_tries;
            person->last_try_at_ms = clock.at_ms;
        }
    }
    void project(const SignedIn& in)
    {
        if (Person* const person = named(in.staff)) person->failed_tries = 0;
    }
    void project(const MemberEnrolled& enrolled) { profiles.push_back(enrolled.profile); }
    void project(const MemberCorrected& corrected) { correct_profile(profiles, corrected); }
    void project(const SaleCompleted& sale)
    {
        if (sale.points_earned != 0) lots[sale.member].push_back({sale.points_earned, sale.points_expire_on});
        for (const SaleLine& line : sale.lines) {
            const bool goes{line.line_kind == LineKind::sale && catalogue != nullptr};
            if (goes) catalogue->stock[line.sku]["S01"] -= line.quantity.whole();
        }
    }
    void project(const OrderPlaced& placed) { taken[placed.order] = just_placed(placed, clock.at_ms); }
    void project(const OrderPickTaken& said) { taken.at(said.order).brief.said = OrderSaid::pick_taken; }
    void project(const OrderPickRejected& said) { taken.at(said.order).brief.said = OrderSaid::pick_rejected; }
    void project(const OrderPacked& said) { taken.at(said.order).brief.said = OrderSaid::packed; }
    void project(const OrderSubstituteAnswered& said) { taken.at(said.order).brief.said = OrderSaid::substitute_taken; }
    void project(const OrderHandedOver& said) { taken.at(said.order).brief.said = OrderSaid::handed_over; }
    void project(const OrderArrived& arrived) { move_order(arrived.order, OrderState::arrived); }
    void project(const OrderCollected& collected) { move_order(collected.order, OrderState::collected); }
    void project(const OrderRefunded& refunded) { move_order(refunded.order, OrderState::refunded); }
    void project(const OrderCancelAsked& asked) { taken.at(asked.order).brief.cancel_asked = true; }

    Person* named(const StaffName& name)
    {
        const auto found = std::find_if(staff.begin(), staff.end(), [&](const auto& one) { return one.name == name; });
        return found == staff.end() ? nullptr : &*found;
    }
    [[nodiscard]] std::vector<Person> people() const override { return staff; }
    [[nodiscard]] std::optional<Person> find(const StaffName& name) const override
    {
        const auto found = std::find_if(staff.begin(), staff.end(), [&](const auto& one) { return one.name == name; });
        return found == staff.end() ? std::nullopt : std::optional{*found};
    }

    [[nodiscard]] PhoneTries phone_tries() const override
    {
        PhoneTries tries;
        for (const Event& event : events) {
            if (std::holds_alternative<PhoneCodeTried>(event.body)) tries = {tries.failed_tries + 1, event.at_ms};
            const auto* given = std::get_if<OverrideGiven>(&event.body);
            if (given != nullptr && !given->phone_request.empty()) tries = {};
        }
        return tries;
    }
    [[nodiscard]] bool phone_request_used(const std::string& request) const override
    {
        const auto given = all<OverrideGiven>();
        return std::any_of(given.begin(), given.end(), [&](const auto& one) { return one.phone_request == request; });
    }

    [[nodiscard]] std::optional<MemberProfile> find(std::string_view code) const override
    {
        for (const MemberProfile& profile : profiles) {
            if (profile.phone == code || profile.card == code || profile.member.text == code) return profile;
        }
        return std::nullopt;
    }
    [[nodiscard]] std::vector<FoundMember> search(std::string_view text, std::int64_t limit) const override
    {
        std::vector<FoundMember> found;
        for (const MemberProfile& profile : profiles) {
            if (profile.name.find(text) == std::string::npos && profile.phone.find(text) == std::string::npos) continue;
            if (std::ssize(found) == limit) break;
            found.push_back({profile.member, profile.name, profile.reading, profile.form_of_address, profile.phone,
                             profile.tier});
        }
        return found;
    }
    [[nodiscard]] PointsView points(const MemberId& member, std::string_view today) const override
    {
        const auto of = lots.find(member);
        if (of == lots.end()) return {};
        const NextExpiry expiry{next_expiry(of->second, today)};
        return {balance(of->second, today), expiry.points, expiry.date};
    }
    [[nodiscard]] Money owed(const MemberId& member) const override
    {
        Money sum;
        for (const SaleCompleted& sale : all<SaleCompleted>()) {
            for (const TenderTaken& tender : sale.tenders) {
                if (sale.member == member && tender.tender == TenderKind::on_account) sum += tender.amount;
            }
        }
        for (const AccountPaid& paid : all<AccountPaid>()) {
            if (paid.member == member) sum -= paid.taken.amount;
        }
        return sum;
    }
    [[nodiscard]] std::vector<OrderBrief> open_orders(const MemberId& member) const override
    {
        std::vector<OrderBrief> open;
        for (const OrderBrief& brief : list("", 100)) {
            if (brief.member == member) open.push_back(brief);
        }
        return open;
    }
    [[nodiscard]] std::vector<Purchase> last_purchases(const MemberId& member, std::int64_t limit) const override
    {
        std::vector<Purchase> bought;
        for (const Event& event : events) {
            const auto* sale = std::get_if<SaleCompleted>(&event.body);
            if (sale == nullptr || sale->member != member) continue;
            for (const SaleLine& line : sale->lines) {
                if (line.line_kind != LineKind::sale) continue;
                bought.insert(bought.begin(), purchase_of(catalogue, line, event.at_ms));
                bought.front().served_by = served_by(*sale);
            }
        }
        if (std::ssize(bought) > limit) bought.resize(static_cast<std::size_t>(limit));
        return bought;
    }

    [[nodiscard]] std::vector<OrderBrief> list(std::string_view state, std::int64_t limit) const override
    {
        std::vector<OrderBrief> listed;
        for (const auto& [order, detail] : taken) {
            const bool over{is_with_customer(detail.brief.state) || detail.brief.state == OrderState::refunded};
            const bool wanted{state.empty() ? !over : word_of(detail.brief.state) == state};
            if (wanted && std::ssize(listed) < limit) listed.insert(listed.begin(), detail.brief);
        }
        return listed;
    }
    [[nodiscard]] std::optional<OrderDetail> find(const OrderId& order) const override
    {
        const auto found = taken.find(order);
        return found == taken.end() ? std::nullopt : std::optional{found->second};
    }
    [[nodiscard]] std::vector<OrderDetail> of_member(const MemberId& member, std::int64_t limit) const override
    {
        std::vector<OrderDetail> hers;
        for (const auto& [order, detail] : taken) {
            if (detail.brief.member == member) hers.insert(hers.begin(), detail);
        }
        if (std::ssize(hers) > limit) hers.resize(static_cast<std::size_t>(limit));
        return hers;
    }
    [[nodiscard]] std::int64_t waiting() const override { return std::ssize(list("arrived", 100)); }
    [[nodiscard]] std::int64_t to_send() const override { return 0; }

    [[nodiscard]] Shift open_shift() const override
    {
        Shift shift;
        if (behind) return shift;
        for (const Event& event : events) {
            if (const auto* opened = std::get_if<ShiftOpened>(&event.body)) {
                shift = {opened->shift, opened->staff, opened->business_date, opened->float_amount, event.at_ms};
            }
            if (std::holds_alternative<ShiftClosed>(event.body)) shift = {};
        }
        return shift;
    }
    [[nodiscard]] std::vector<ClosedShift> closed_since_last_z() const override
    {
        std::vector<ClosedShift> closed;
        for (const Event& event : events) {
            if (const auto* one = std::get_if<ShiftClosed>(&event.body)) {
                closed.push_back({one->shift, one->business_date, one->takings, one->variance});
            }
            if (std::holds_alternative<DayClosed>(event.body)) closed.clear();
        }
        return closed;
    }
    // What is not named after its shift belongs to the one that is open.
    [[nodiscard]] Takings takings_of_shift(std::int64_t shift) const override
    {
        Takings takings;
        std::int64_t current{0};
        for (const Event& event : events) {
            if (const auto* opened = std::get_if<ShiftOpened>(&event.body)) current = opened->shift;
            if (current != shift) continue;
            if (const auto* sale = std::get_if<SaleCompleted>(&event.body)) add(takings, *sale);
            if (const auto* moved = std::get_if<CashMoved>(&event.body)) add(takings, *moved);
            if (const auto* miss = std::get_if<MissRecorded>(&event.body)) add(takings, *miss);
            if (const auto* collected = std::get_if<OrderCollected>(&event.body)) add(takings, *collected);
            if (const auto* refunded = std::get_if<OrderRefunded>(&event.body)) add(takings, *refunded);
            if (const auto* paid = std::get_if<AccountPaid>(&event.body)) add(takings, *paid);
        }
        return takings;
    }
    [[nodiscard]] std::vector<Money> turnover_by_hour(std::string_view) const override
    {
        std::vector<Money> hours(24);
        for (const SaleCompleted& sale : all<SaleCompleted>()) hours[10] += sale.total;
        return hours;
    }
    [[nodiscard]] std::vector<ReportView::MissCause> misses(std::string_view) const override
    {
        std::map<MissReason, ReportView::MissCause> causes;
        for (const MissRecorded& miss : all<MissRecorded>()) {
            causes[miss.reason].reason = miss.reason;
            ++causes[miss.reason].misses;
            causes[miss.reason].rescued += was_rescued(miss) ? 1 : 0;
        }
        std::vector<ReportView::MissCause> list;
        for (const auto& [reason, cause] : causes) list.push_back(cause);
        return list;
    }
    [[nodiscard]] std::vector<ReportView::DayTotal> last_days(std::int64_t) const override { return {}; }
    [[nodiscard]] Counts counts() const override
    {
        Counts counts;
        counts.receipts = std::ssize(all<SaleCompleted>());
        counts.orders = std::ssize(all<OrderPlaced>());
        counts.members = std::ssize(all<MemberEnrolled>());
        counts.shifts = std::ssize(all<ShiftOpened>());
        counts.z = std::ssize(all<DayClosed>());
        counts.misses = std::ssize(all<MissRecorded>());
        counts.tickets = std::ssize(all<TicketParked>());
        counts.cards = std::ssize(all<CardAsked>());
        for (const Event& event : events) counts.talks = std::max(counts.talks, talk_in(event.body));
        for (const MemberNoted& noted : all<MemberNoted>()) counts.notes += noted.dropped ? 0 : 1;
        counts.payments = std::ssize(all<AccountPaid>());
        counts.loads = std::ssize(all<ValueLoaded>());
        return counts;
    }
    [[nodiscard]] std::set<std::int64_t> recalled() const
    {
        std::set<std::int64_t> tickets;
        for (const TicketRecalled& one : all<TicketRecalled>()) tickets.insert(one.ticket);
        return tickets;
    }
    [[nodiscard]] std::vector<ParkedView> parked() const override
    {
        std::vector<ParkedView> list;
        for (const TicketParked& one : all<TicketParked>()) {
            if (recalled().count(one.ticket) > 0) continue;
            ParkedView view;
            view.ticket = one.ticket;
            view.at_ms = clock.at_ms;
            view.staff = one.staff;
            for (const ParkedLine& line : one.lines) view.pieces += line.quantity.whole();
            list.push_back(view);
        }
        return list;
    }
    [[nodiscard]] std::optional<TicketParked> parked(std::int64_t ticket, TillNumber) const override
    {
        for (const TicketParked& one : all<TicketParked>()) {
            if (one.ticket == ticket && recalled().count(ticket) == 0) return one;
        }
        return std::nullopt;
    }
    [[nodiscard]] std::optional<SaleCompleted> sale(const ReceiptNumber& receipt) const override
    {
        for (const SaleCompleted& one : all<SaleCompleted>()) {
            if (one.receipt == receipt) return one;
        }
        return std::nullopt;
    }
    [[nodiscard]] std::optional<SaleCompleted> known_sale(const ReceiptNumber& receipt) const override
    {
        const auto other = others.find(receipt);
        return other == others.end() ? sale(receipt) : std::optional{other->second};
    }
    [[nodiscard]] std::vector<Visit> visits(const ReceiptNumber& receipt) const override
    {
        std::vector<Visit> found;
        for (const SaleCompleted& sale : all<SaleCompleted>()) {
            Visit visit;
            for (const SaleLine& line : sale.lines) {
                if (line.returned_receipt == receipt) visit.push_back({line.returned_line, line.quantity});
            }
            if (!visit.empty() && !receipt.empty()) found.push_back(std::move(visit));
        }
        return found;
    }
    [[nodiscard]] std::vector<PiecesMoved> pieces_moved(const ReceiptNumber& receipt) const override
    {
        std::vector<PiecesMoved> moved;
        for (const SaleCompleted& sale : all<SaleCompleted>()) {
            for (const SaleLine& line : sale.lines) {
                const std::int64_t milli{line.quantity.milli() * (line.line_kind == LineKind::return_ ? -1 : 1)};
                if (line.swapped_receipt == receipt) moved.push_back({line.swapped_line, line.sku, milli});
                if (line.returned_receipt == receipt) moved.push_back({line.returned_line, line.sku, milli});
            }
        }
        return moved;
    }
    [[nodiscard]] Money rounded_back(const ReceiptNumber& receipt) const override
    {
        Money sum;
        for (const SaleCompleted& sale : all<SaleCompleted>()) sum += rounded_off(sale, receipt);
        return sum;
    }
    [[nodiscard]] std::vector<ReceiptNumber> receipts_of(const MemberId& member, std::int64_t limit) const override
    {
        std::vector<ReceiptNumber> found;
        for (const SaleCompleted& sale : all<SaleCompleted>()) {
            if (sale.member == member && std::ssize(found) < limit) found.insert(found.begin(), sale.receipt);
        }
        return found;
    }
    [[nodiscard]] std::vector<AskedCard> open_cards() const override
    {
        return open_cards_among(events);
    }
    [[nodiscard]] std::string chain_head() const override { return std::string(64, 'c'); }
    [[nodiscard]] ReceiptNumber sold_serial(const Sku& sku, const std::string& serial) const override
    {
        ReceiptNumber out;
        for (const SaleCompleted& sale : all<SaleCompleted>()) {
            for (const SaleLine& line : sale.lines) {
                const bool same{line.sku == sku && line.serial == serial};
                if (same) out = line.line_kind == LineKind::return_ ? ReceiptNumber{} : sale.receipt;
            }
        }
        return out;
    }
};

} // namespace guitai::test
