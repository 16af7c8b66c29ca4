// Who stands at a till all day: signs in, sells, takes orders, looks after them,
// counts the drawer. Does only what a person could, sees only the till's view,
// and tells the tally what the till said was done.
#pragma once

#include "tests/sim/sim_till.hpp"
#include "tests/sim/tally.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::sim {

class Clerk {
public:
    Clerk(SimTill& till, const Chain& chain, Tally& tally, std::uint64_t seed)
        : m_till{till}, m_chain{chain}, m_tally{tally}, m_dice{seed}
    {
        tally.tills[till.number()];
    }

    // One thing that happens at a counter.
    void step();
    // Until a shift is open, or the shift and most days the day is closed.
    void open_the_day();
    void close_the_day();
    // Nobody sells at night.
    void put_ticket_away();

    // Where the till said something that the tally says is wrong.
    [[nodiscard]] const std::vector<std::string>& surprises() const { return m_surprises; }

    // What the payment terminal says now reaches the till. True where a sale came of it.
    bool hear_terminal();

    // The till stands again after it went down; nobody is signed in and no ticket is in hand.
    void start_till();

private:
    // What `ask` finds in the till's books; nothing where the disk was bad. A till that fell is started again.
    template<typename Ask>
    auto look(const Ask& ask)
    {
        auto found = m_till.read(ask);
        if (!found && !m_till.is_up()) start_till();
        return found;
    }

    // clerk.cpp: how a clerk does anything.
    enum class Did { yes, no, down };
    // `kind` is the event that proves it, where the power goes before the answer.
    Did act(const Command& command, std::string_view kind = {}, const std::function<void()>& effect = {});
    Did act_with_owner(const Command& command, std::string_view kind, const std::function<void()>& effect);
    void wonder(const std::string& what);
    bool ready();
    void sign_in();
    void drop_ticket();
    [[nodiscard]] std::int64_t cash_there();

    // clerk_sales.cpp
    void sell();
    void order();
    bool fill(Ticket& ticket, std::int64_t lines_max);
    bool add_wish(Ticket& ticket);
    bool discount(Ticket& ticket);
    bool name_guides(Ticket& ticket);
    void attach_member(Ticket& ticket);
    bool add_order_line(Ticket& ticket);
    void park(const Ticket& ticket);
    void recall();
    [[nodiscard]] bool recall_from_the_other_till();
    void pay(Ticket ticket);
    bool redeem(Ticket& ticket, const TicketSum& sum);
    bool pay_out_of_purse(Ticket& ticket, TenderKind tender, const std::string& code);
    [[nodiscard]] bool has_changed() const;
    bool put_on_account(Ticket& ticket);
    bool pay_part(Ticket& ticket, TenderKind tender, std::int64_t amount);
    void pay_rest(Ticket ticket, TenderKind tender);

    // clerk_phone.cpp
    bool fetch_by_phone(const Ticket& ticket, std::int64_t wanted);
    void show_old_code();

    // clerk_cards.cpp
    bool charge(Money due, const std::function<void()>& effect);
    bool charge_part(Ticket& ticket, std::int64_t minor);

    // clerk_returns.cpp
    SoldTally* choose_sale(bool& of_newcomer);
    [[nodiscard]] SoldTally* choose_stolen();
    std::optional<Seen> look_at(const SoldTally& sale);
    void take_back();
    bool hand_in(const Paper& paper, std::int64_t pieces);
    std::int64_t spent_of(const SoldTally& sale, std::int64_t gone);
    void pay_back(SoldTally& sale, const Seen& seen, std::size_t line, std::int64_t pieces, Paper& paper);
    void look_at_return(const SoldTally& sale, const BackTally& back);

    // clerk_swaps.cpp
    void swap();
    void finish_swap(SoldTally& sale, std::size_t line, Paper& from, Paper to);

    // clerk_coupons.cpp
    [[nodiscard]] SaleCompleted last_sale() const;
    void book(const Ticket& ticket);
    bool hand_over_coupon(Ticket& ticket);
    bool look_at_coupon(Ticket& ticket);
    [[nodiscard]] bool lost_coupon(const Ticket& ticket) const;

    // clerk_club.cpp
    void pay_fee();
    [[nodiscard]] MembershipRefunded last_refund() const;
    void give_fee_back();
    bool take_service(Ticket& ticket);
    void give_service_back();

    // clerk_members.cpp
    void write_in_file();
    void note(const std::string& phone, const MemberId& member);
    void correct(const std::string& phone);
    void ask_consent(const std::string& phone);
    void ask_family(const std::string& phone);
    void complain(const std::string& phone, const MemberId& member);
    bool accept_all();

    // clerk_privacy.cpp
    void use_keys();

    // clerk_desk.cpp
    void enrol_member();
    void top_up();
    void pay_account();
    void change_guides();
    void record_miss();
    void look_after_orders();
    void look_after(const OrderBrief& order);
    void send(const OrderBrief& order);
    void come_back_from_the_door(const OrderBrief& order);
    [[nodiscard]] bool is_fetched_here(const OrderBrief& order) const;
    void receive(const OrderBrief& order);
    void collect(const OrderBrief& order);
    void refund(const OrderBrief& order);
    void ask_something(const OrderBrief& order);
    void move_cash();
    void look_at_reports();
    void change_hands();
    void close_shift();

    SimTill& m_till;
    const Chain& m_chain;
    Tally& m_tally;
    Dice m_dice;
    std::vector<std::string> m_surprises;
    std::string m_name; // Signed in; empty: nobody.
    std::vector<std::string> m_codes; // That phones showed to this till.
    std::int64_t m_answers{0}; // To complaints; no two of them are the same words.
    std::string m_newcomer; // The phone of who was brought along last, and buys soon; empty: nobody.
};

} // namespace guitai::sim
