// What the till holds between two commands, and the desk at which every use
// case works: the world on one side, the ticket in hand on the other. Private to
// app; screens and drivers see a TillView.
#pragma once

#include "terminal/app/lease_hand.hpp"
#include "terminal/app/ports.hpp"
#include "terminal/domain/cart.hpp"
#include "terminal/domain/columns.hpp"
#include "terminal/domain/shop_rules.hpp"
#include "terminal/domain/swap.hpp"
#include "terminal/domain/unwinding.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace guitai {

// A command that a second person must allow before it is done.
struct PendingCommand {
    Command command{};
    std::string code{};    // The refusal it got: discount.needs_approval …
    std::string detail{};
    OverrideGiven given{}; // Filled in but for who approved.
    PhoneQuestion question{}; // What a code by telephone would be good for …
    std::string request{};    // … as it is said there; empty: no code can be given.
    std::int64_t asked_at_ms{0};
};

// Tries for names that no staff list has, so that they answer like any other.
struct UnknownName {
    std::int64_t failed_tries{0};
    std::int64_t last_try_at_ms{0};
};

// A finished sale, read once while its goods come back.
struct KnownSale {
    SaleCompleted sale{};
    ReceiptTerms terms{};
    std::vector<Visit> visits{}; // Before this one.
    std::vector<PiecesMoved> moved{};
    Money rounded_back{};        // On refunds of it alone, before this one.
    Unwound back{};              // What this one brings back; nothing of it is on the ticket: nothing.
};

// A charge of which the payment terminal has not yet said the last word.
struct OpenCard {
    std::string key{};
    Money amount{};
    std::string reason{};       // Of money going back another way than it came.
    std::int64_t asked_at_ms{0};
    bool wanted{false};         // By the ticket in hand; false: it is to be undone.
    CardQuestion question{CardQuestion::ask}; // The last one; its answer is awaited.
    std::int64_t silences{0};   // Answers in a row that ended nothing: how long to wait before the next question.
    bool silent{false};         // The last of them was none at all.
};

// Something that lies here is taken instead of what the customer had asked for.
struct TakenInstead {
    CatalogueItem missing{};
    Sku taken{};
    MissChoice choice{MissChoice::other_cell};
};

// Points that were keyed in to pay with.
struct PointsWish {
    std::int64_t wanted{0}; // 0: none.
    std::int64_t points{0}; // That the ticket takes; what they pay is in `priced`.
    bool waiting{false};    // For a lease: they are not on the ticket yet.
    bool busy{false};       // The question is being asked just now.
    std::int64_t ask{0};    // The question to the head office; 0: not asked yet.
    std::string by_phone{}; // The link by which her phone asks it; empty: the line does.
    std::string on{};       // ISO date when it was worked out: a lot that was good then is good for this ticket.
    std::string account{};  // Whose points they are: her purse when it was worked out, family or not since then.
};

// Money out of a purse that is waited for to pay with.
struct ValueWish {
    TenderKind tender{TenderKind::stored_value};
    std::string account{};
    Money amount{};
    bool waiting{false};
    bool busy{false};    // The question is being asked just now.
    std::int64_t ask{0}; // The question to the head office; 0: not asked yet.
};

// The unused part of a fee that is to go back, while the points of its lot are asked for or a second person is.
struct FeeWish {
    RefundMembership command{};
    std::string account{}; // Empty: none.
    bool waiting{false};
    bool busy{false};    // The question is being asked just now.
    std::int64_t ask{0}; // The question to the head office; 0: not asked yet.
};

// A service whose points are waited for.
struct ServiceWish {
    std::string service{};
    bool waiting{false};
    bool busy{false};
    std::int64_t ask{0};
};

// The keys to a member's file that were given, and until when they count.
struct FileKeys {
    StaffName adviser{}; // Empty: nobody's.
    Role role{Role::adviser};
    MemberId member{}; // Whose file they opened; empty: none.
    std::int64_t last_touch_ms{0};
};

struct TillState {
    TillView view{};
    ShopRulesSet rules{};
    TiersSet tiers{}; // Of the chain; no steps: it has none.
    ServicesSet chain_services{};

    std::optional<StaffReader::Person> staff{}; // Signed in.
    DayReader::Shift shift{};

    Cart cart{};
    PricedCart priced{};
    // What the ticket was priced with. Frozen when the first tender begins.
    PriceFacts facts{};
    std::vector<pricing::HeldCoupon> coupons{}; // Handed over.
    std::optional<MemberProfile> member{}; // Attached to the ticket.
    std::vector<MemberNote> member_notes{}; // Of hers, seen or not: what she can not have counts all the same.
    std::vector<TenderTaken> tenders{};
    std::set<std::pair<NoteId, Sku>> accepted{}; // What she can not have and takes all the same.
    FileKeys keys{};
    bool question_done{false}; // She was asked one thing at this visit: that is enough.
    std::string note{}; // Of the whole ticket.
    Talk talk{};        // With the customer in hand; it has its number once something of it is written.
    std::int64_t first_line_at_ms{0}; // 0: the ticket is empty.
    std::vector<TakenInstead> instead{};
    PointsWish redeem{};
    ValueWish value{};
    FeeWish fee{};
    std::vector<Service> services{}; // On the ticket.
    ServiceWish service{};
    std::vector<OpenCard> cards{}; // One of them at most is wanted.
    std::map<ReceiptNumber, KnownSale> sales{}; // Whose goods are coming back.
    // Doors of other shops' customers that this shop sends to: in memory alone, and for as long as the program runs.
    std::map<OrderId, Recipient> doors{};
    std::set<StyleId> sold{}; // By the last sale, and not yet seen on the glass beside the ticket.

    std::optional<PendingCommand> pending{};
    // Not empty only while a pending command is done again: who allowed it, and
    // the events that must be written together with what it changes.
    StaffName approved_by{};
    std::vector<EventBody> approval{};

    LeaseHand hand{};
    std::int64_t asks{0};              // Questions for a lease so far, in this process.
    std::set<std::string> recalled{}; // Leases that the head office would like to have back.

    std::map<std::string, UnknownName> unknown_names{};
};

struct Desk {
    const Ports& ports;
    TillState& state;

    [[nodiscard]] std::int64_t now_ms() const { return ports.clock.now_ms(); }
    [[nodiscard]] StaffName staff() const { return state.staff ? state.staff->name : StaffName{}; }
    [[nodiscard]] Role role() const { return state.staff ? state.staff->role : Role::clerk; }
    [[nodiscard]] TaxMode tax_mode() const
    {
        return state.view.shop.tax_included ? TaxMode::included : TaxMode::excluded;
    }
    // What one of it costs this customer before any promotion.
    [[nodiscard]] Money price_for_customer(const CatalogueItem& goods) const
    {
        const bool favoured{state.member && !goods.member_price.is_zero() && goods.member_price < goods.price};
        return favoured ? goods.member_price : goods.price;
    }
    // Of the clock on the wall; a sale carries the date of its shift instead.
    [[nodiscard]] std::string today() const { return iso_date(now_ms(), state.view.shop.utc_offset_minutes); }
    [[nodiscard]] RoleLimit limit() const { return limit_of(state.rules, role()); }
    [[nodiscard]] WordOf words() const
    {
        if (ports.words) return ports.words;
        return [](std::string_view key) { return std::string{key}; };
    }

    // Puts `bodies` into the journal, after what allowed them.
    std::vector<Event> write(std::vector<EventBody> bodies, std::vector<PrintJob> jobs = {}) const;
};

} // namespace guitai
