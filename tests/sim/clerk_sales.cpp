// Selling and ordering, as a clerk does it.
#include "tests/sim/clerk.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::sim {
namespace {

constexpr std::int64_t note_minor{10'000}; // Cash is handed over in notes of ¥100.

} // namespace

void Clerk::attach_member(Ticket& ticket)
{
    // A few customers, so that some come to both tills.
    const bool is_newcomer{!m_newcomer.empty() && m_dice.percent(40)};
    if (act(AttachMember{is_newcomer ? m_newcomer : phone_of(m_dice.below(12))}) != Did::yes) return;
    ticket.member = m_till.view().cart.member->profile.member;
}

bool Clerk::add_wish(Ticket& ticket)
{
    const CatalogueItem& item{m_dice.pick(m_chain.items)};
    const bool is_there{std::any_of(ticket.wishes.begin(), ticket.wishes.end(),
                                    [&](const Wish& wish) { return wish.sku == item.sku; })};
    if (is_there) return true;
    Wish wish;
    wish.sku = item.sku;
    wish.pieces = m_dice.percent(80) ? 1 : m_dice.between(2, 3);
    if (m_dice.percent(50)) {
        for (std::int64_t piece{0}; piece < wish.pieces; ++piece) {
            if (act(ScanBarcode{item.barcodes.front()}) != Did::yes) return false;
        }
    } else if (act(AddProduct{item.sku, Quantity::pieces(wish.pieces)}) != Did::yes) {
        return false;
    }
    ticket.wishes.push_back(wish);
    if (!m_dice.percent(10)) return true;
    // Taken away again, and now and then wanted after all.
    if (act(RemoveLine{m_till.view().cart.lines.back().line}) != Did::yes) return false;
    if (m_dice.percent(50)) return act(UndoRemove{}) == Did::yes;
    ticket.wishes.pop_back();
    return true;
}

// Off the line that came last. False only where the ticket is lost.
bool Clerk::discount(Ticket& ticket)
{
    Wish& wish{ticket.wishes.back()};
    if (wish.ordered || wish.off_rate != 0 || wish.off_minor != 0) return true;
    const LineNumber line{m_till.view().cart.lines.back().line};
    DiscountLine command{.line = line, .percent = {}, .amount = {}, .reason = "样品瑕疵"};
    const bool by_rate{m_dice.percent(60)};
    const std::int64_t rate{m_dice.between(1, 30) * 100};
    const std::int64_t amount{m_dice.between(1, 9'999)};
    if (by_rate) command.percent = BasisPoints{rate};
    else command.amount = Money::from_minor(amount);
    const Did did{act_with_owner(command, {}, [&] {
        wish.off_rate = by_rate ? rate : 0;
        wish.off_minor = by_rate ? 0 : amount;
    })};
    return did != Did::down;
}

bool Clerk::fill(Ticket& ticket, std::int64_t lines_max)
{
    if (m_dice.percent(50)) attach_member(ticket);
    const std::int64_t lines{m_dice.between(1, lines_max)};
    for (std::int64_t line{0}; line < lines; ++line) {
        if (m_name.empty() || !add_wish(ticket)) return false;
        if (!ticket.wishes.empty() && m_dice.percent(15) && !discount(ticket)) return false;
    }
    return !m_name.empty();
}

bool Clerk::name_guides(Ticket& ticket)
{
    const std::int64_t share{m_dice.between(1, 9'999)};
    ticket.guided =
        act(SetGuides{0, {{{people()[0].name}, {share}}, {{people()[1].name}, {10'000 - share}}}}) == Did::yes;
    return ticket.guided;
}

void Clerk::sell()
{
    Ticket ticket;
    const bool filled{fill(ticket, 4)};
    if (!filled || ticket.wishes.empty()) return drop_ticket();
    if (m_dice.percent(25) && !name_guides(ticket)) return drop_ticket();
    if (m_dice.percent(40) && !hand_over_coupon(ticket)) return drop_ticket();
    if (m_dice.percent(10)) return park(ticket);
    if (m_dice.percent(3)) return drop_ticket();
    pay(std::move(ticket));
}

bool Clerk::add_order_line(Ticket& ticket)
{
    const CatalogueItem& item{m_dice.pick(m_chain.items)};
    if (act(OpenGrid{item.style}) != Did::yes) return false;
    const auto& cells = m_till.view().grid.cells;
    ticket.was_missing = std::any_of(cells.begin(), cells.end(), [&](const CellView& cell) {
        return cell.sku == item.sku && cell.here <= 0;
    });
    if (ticket.was_missing && act(ChooseCell{item.sku}) != Did::yes) return false;

    Wish wish;
    wish.sku = item.sku;
    wish.pieces = m_dice.percent(80) ? 1 : m_dice.between(2, 4);
    wish.ordered = true;
    const std::int64_t way{m_dice.below(10)};
    wish.delivery = way < 5 ? Delivery::ship : way < 9 ? Delivery::ship_to_shop : Delivery::collect;
    OrderItem command{.sku = item.sku, .quantity = Quantity::pieces(wish.pieces), .delivery = wish.delivery,
                      .recipient = {"林女士", phone_of(m_dice.below(12)), "南京路 1 号"}, .collect_at = {}};
    if (wish.delivery == Delivery::collect) {
        command.collect_at = m_till.place() == first_shop ? second_shop : first_shop;
    }
    if (act(command) != Did::yes) return false;
    ticket.wishes.push_back(wish);
    return true;
}

void Clerk::order()
{
    Ticket ticket;
    if (m_dice.percent(40) && !fill(ticket, 2)) return drop_ticket();
    if (ticket.wishes.empty() && m_dice.percent(50)) attach_member(ticket);
    if (m_name.empty() || !add_order_line(ticket)) return drop_ticket();
    pay(std::move(ticket));
}

void Clerk::park(const Ticket& ticket)
{
    TillTally& own{m_tally.tills.at(m_till.number())};
    act(Park{}, "ticket_parked", [&] { own.parked[++own.tickets] = ticket; });
}

// Of one shop, where this till has heard of it and nobody has taken it up yet.
bool Clerk::recall_from_the_other_till()
{
    for (const ParkedView& waiting : m_till.view().cart.parked) {
        if (waiting.till == 0) continue;
        auto& parked = m_tally.tills.at(waiting.till).parked;
        const auto found = parked.find(waiting.ticket);
        if (found == parked.end()) continue;
        const Ticket ticket{found->second};
        const Recall command{waiting.ticket, waiting.till};
        if (act(command, "ticket_recalled", [&] { parked.erase(command.ticket); }) == Did::yes) pay(ticket);
        return true;
    }
    return false;
}

void Clerk::recall()
{
    if (m_dice.percent(40) && recall_from_the_other_till()) return;
    TillTally& own{m_tally.tills.at(m_till.number())};
    if (own.parked.empty()) return;
    const auto [number, ticket] = *own.parked.begin();
    const Did did{act(Recall{number}, "ticket_recalled", [&, at = number] { own.parked.erase(at); })};
    if (did == Did::yes) pay(ticket);
}

void Clerk::pay(Ticket ticket)
{
    if (!accept_all() || !look_at_coupon(ticket)) return drop_ticket();
    const TicketSum sum{sum_of(m_chain, ticket)};
    const Money asked{m_till.view().cart.total};
    if (asked.minor() != sum.all.total) {
        wonder(fmt::format("asks {} for a ticket of {}", asked.minor(), sum.all.total));
        return drop_ticket();
    }
    if (!ticket.member.empty() && sum.ordered == 0 && m_dice.percent(80) && !redeem(ticket, sum)) {
        return drop_ticket();
    }
    if (!ticket.member.empty() && m_dice.percent(30) && !take_service(ticket)) return drop_ticket();
    if (sum.ordered > 0 && m_dice.percent(50)) {
        // A deposit or nothing now, the rest to the carrier.
        const std::int64_t promised{m_dice.percent(50) ? sum.ordered : m_dice.between(1, sum.ordered)};
        if (promised == sum.all.total) return pay_rest(std::move(ticket), TenderKind::cod);
        if (!pay_part(ticket, TenderKind::cod, promised)) return drop_ticket();
    }
    if (!ticket.member.empty() && m_dice.percent(50) && !pay_out_of_purse(ticket, TenderKind::stored_value, {})) {
        return drop_ticket();
    }
    if (sum.ordered == 0 && m_dice.percent(15) &&
        !pay_out_of_purse(ticket, TenderKind::gift_card, gift_code_of(m_dice.below(gift_cards)))) {
        return drop_ticket();
    }
    if (!ticket.member.empty() && m_dice.percent(25) && !put_on_account(ticket)) return drop_ticket();
    if (m_dice.percent(15)) {
        const std::int64_t left{m_till.view().cart.due.minor()};
        if (left > 1 && !charge_part(ticket, m_dice.between(1, left - 1))) return drop_ticket();
    }
    if (m_dice.percent(10)) {
        const std::int64_t left{m_till.view().cart.due.minor()};
        if (left > 1 && !pay_part(ticket, TenderKind::card, m_dice.between(1, left - 1))) return drop_ticket();
    }
    if (m_dice.percent(3)) return drop_ticket();
    if (m_dice.percent(30)) {
        const Money due{m_till.view().cart.due};
        Ticket by_card{ticket};
        by_card.paid.emplace_back(TenderKind::card, due.minor());
        if (charge(due, [&] { book(by_card); })) return;
        if (m_name.empty() || m_dice.percent(30)) return drop_ticket();
    }
    pay_rest(std::move(ticket), m_dice.percent(60) ? TenderKind::cash : TenderKind::card);
}

// Some of her points, or more than she has. False where the ticket is lost.
bool Clerk::redeem(Ticket& ticket, const TicketSum& sum)
{
    show_old_code();
    if (m_name.empty() || lost_coupon(ticket)) return false;
    const std::int64_t in_hand{m_till.view().cart.redeem.in_hand};
    const auto& member = m_till.view().cart.member;
    const std::int64_t shown{member ? member->points.balance : 0};
    const bool within{m_dice.percent(80)};
    const bool of_the_hand{within && in_hand > 0 && m_dice.percent(50)};
    const std::int64_t most{of_the_hand ? in_hand : within && shown > 0 ? shown : 2'000};
    const std::int64_t wanted{m_dice.between(1, most)};
    Did did{act(RedeemPoints{wanted})};
    if (did == Did::no && m_till.refusal().code == "points.only_offline" && m_dice.percent(60)) {
        did = fetch_by_phone(ticket, wanted) ? Did::yes : Did::no;
    }
    if (did == Did::down || m_name.empty() || lost_coupon(ticket)) return false;
    const RedeemView& taken{m_till.view().cart.redeem};
    if (did == Did::no) {
        // Whatever the network does: what is in the hand may be spent.
        if (wanted <= in_hand && sum.earning > 0) wonder(fmt::format("refuses {} points of {}", wanted, in_hand));
        return true;
    }
    if (taken.points != std::min(wanted, sum.earning) || taken.worth.minor() != taken.points) {
        wonder(fmt::format("takes {} points for {} where {} were wanted for {}", taken.points, taken.worth.minor(),
                           wanted, sum.earning));
    }
    if (taken.points == 0) return true;
    ticket.redeemed = taken.points;
    ticket.paid.emplace_back(TenderKind::points, taken.points);
    return true;
}

// A part of what is due, or less where the purse holds less. False where the ticket is lost.
bool Clerk::pay_out_of_purse(Ticket& ticket, TenderKind tender, const std::string& code)
{
    const std::int64_t due{m_till.view().cart.due.minor()};
    if (due < 2) return true;
    const std::int64_t wanted{m_dice.between(1, due - 1)};
    const Did did{act(Pay{tender, Money::from_minor(wanted), code})};
    if (did == Did::down || m_name.empty() || lost_coupon(ticket)) return false;
    if (did == Did::no) return !has_changed();
    const std::int64_t taken{due - m_till.view().cart.due.minor()};
    if (taken < 1 || taken > wanted) wonder(fmt::format("takes {} out of a purse where {} were wanted", taken, wanted));
    ticket.paid.emplace_back(tender, taken);
    return true;
}

// The news moved what was on the ticket: what she was told is not so any more, and she is served anew.
bool Clerk::has_changed() const
{
    const std::string& why{m_till.refusal().code};
    return why == "points.left_hand" || why == "value.left_hand";
}

// Only so much as this till believes that she may still owe. False where the ticket is lost.
bool Clerk::put_on_account(Ticket& ticket)
{
    const std::int64_t due{m_till.view().cart.due.minor()};
    if (due < 2) return true;
    const auto owed = look([&](TillStore& store) { return store.members().owed(ticket.member).minor(); });
    if (!owed) return !m_name.empty();
    const std::int64_t owed_before{*owed};
    const std::int64_t wanted{m_dice.between(1, due - 1)};
    const Did did{act(Pay{TenderKind::on_account, Money::from_minor(wanted), ""})};
    if (did == Did::down || m_name.empty()) return false;
    if (did == Did::no) return !has_changed();
    if (owed_before + wanted > account_limit) {
        wonder(fmt::format("lets {} be owed on top of {}", wanted, owed_before));
    }
    ticket.paid.emplace_back(TenderKind::on_account, wanted);
    return true;
}

bool Clerk::pay_part(Ticket& ticket, TenderKind tender, std::int64_t amount)
{
    if (act(Pay{tender, Money::from_minor(amount), "卡单 17"}) != Did::yes) return false;
    ticket.paid.emplace_back(tender, amount);
    return true;
}

void Clerk::pay_rest(Ticket ticket, TenderKind tender)
{
    const std::int64_t due{m_till.view().cart.due.minor()};
    const bool cash{tender == TenderKind::cash};
    const std::int64_t asked{cash ? due / m_chain.coin_minor * m_chain.coin_minor : due};
    const std::int64_t given{cash ? (asked + note_minor - 1) / note_minor * note_minor : due};
    ticket.paid.emplace_back(tender, due);
    ticket.rounded = given == due ? 0 : due - asked; // Who has the exact coins pays exactly.
    std::int64_t paid{0};
    for (const auto& [kind, amount] : ticket.paid) paid += amount;
    if (paid != sum_of(m_chain, ticket).all.total) wonder(fmt::format("says that {} is due", due));

    const Did did{act(Pay{tender, Money::from_minor(given), ""}, "sale_completed", [&] { book(ticket); })};
    if (did != Did::yes) return drop_ticket();
    const auto& done = m_till.view().payment.done;
    const std::int64_t receipts{m_tally.tills.at(m_till.number()).receipts};
    const std::string receipt{fmt::format("{}-{}-{:06}", m_till.place().text, m_till.number(), receipts)};
    if (!done || done->receipt.text != receipt) {
        wonder(fmt::format("gives receipt {} after {} receipts", done ? done->receipt.text : "no", receipts));
    } else if (done->change.minor() != given - due + ticket.rounded) {
        wonder(fmt::format("gives {} change of {} for {}", done->change.minor(), given, due));
    }
    act(NextCustomer{});
}

} // namespace guitai::sim
