// Points as lots and leases: where each unit of what was earned is, and what an
// event does to it. Whole numbers, pure; it knows no till's clock, no network and
// no SQL. The same arithmetic decides at the head office and in a shop of its own.
//
// A lot is what was earned at once. Each of its units is in exactly one place:
//     amount + lacking = pending + available + leased + spent + expired + taken + moved
// `taken` went back with goods or paid a debt, `moved` lives on in a lot with a later
// expiry. `lacking` is what is out at tills beyond what is known to be earned, while an
// office that was put back to an older copy hears of it again; whatever comes home pays it
// first. A debt is a number beside the lots: no part of a lot is ever below zero, and where
// there is a debt nothing is available.
#pragma once

#include "sync/events/ids.hpp"
#include "sync/events/points_events.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace guitai::purse {

using Units = std::int64_t;

struct Lot {
    std::string account{};
    std::string member{}; // Who earned it.
    LotKind kind{LotKind::points};
    Units amount{0};
    std::string earned{};  // ISO dates.
    std::string expires{}; // The last day it is good; empty: it stays.
    std::string matures{}; // Empty: it was good at once.
    std::string receipt{}; // Where it comes from, for people.
    std::int64_t sale_minor{0}; // What was paid for it, and how much of that came back …
    std::int64_t back_minor{0};
    Units back{0}; // … and how many units went with it.
    std::string origin{}; // The lot it moved out of; empty: it was earned.
    std::int64_t place{0}; // The how manieth lot it is: what happens to all of them happens in this order.

    Units pending{0}, available{0}, spent{0}, expired{0}, taken{0}, moved{0};
    Units lacking{0};
    std::map<std::string, Units> leased{}; // By lease; zero where it is used up.

    [[nodiscard]] Units out() const; // On leases, all of them.
    bool operator==(const Lot&) const = default;
};

enum class LeaseState { open, dormant, returned, written_off };

struct Lease {
    LeaseState state{LeaseState::open};
    TillNumber till{0};
    std::int64_t epoch{0};
    std::string account{};
    std::int64_t ask{0};
    std::int64_t place{0};

    [[nodiscard]] bool is_out() const { return state == LeaseState::open || state == LeaseState::dormant; }
    bool operator==(const Lease&) const = default;
};

struct Debt {
    std::string account{};
    std::string member{};
    Units amount{0};
    std::int64_t place{0}; // Where it is kept; 0: it is new.

    bool operator==(const Debt&) const = default;
};

struct Drawn {
    std::string lot{};
    Units amount{0};

    bool operator==(const Drawn&) const = default;
};

// Goods came back before the sale they come from was known here: kept under its
// name and done with it. Of the first, `amount` is what goes back, or `minor` says
// for how much of the sale; of the second, `good_until` is the firm's grace.
struct SaleRefunded {
    std::string lot{};
    Units amount{0};
    std::int64_t minor{-1}; // −1: `amount` says it.

    bool operator==(const SaleRefunded&) const = default;
};
struct RedemptionRefunded {
    std::string redemption{};
    Units amount{0};
    std::string good_until{};

    bool operator==(const RedemptionRefunded&) const = default;
};
using Waiting = std::variant<SaleRefunded, RedemptionRefunded>;

// A refusal or a cap, for people: points.not_enough, points.refunded_before, points.overspent.
struct Note {
    std::string code{};
    Units amount{0};

    bool operator==(const Note&) const = default;
};

// Everything of some accounts, or of all.
struct Book {
    std::string today{"0000-01-01"};
    std::map<std::string, Lot> lots{};
    std::map<std::string, Lease> leases{};
    std::map<std::string, std::vector<Drawn>> redemptions{};
    std::vector<Debt> debts{}; // The oldest first.
    std::vector<Waiting> waiting{};
    std::vector<Note> notes{};
    Units loss{0}; // The firm's own.

    bool operator==(const Book&) const = default;
};

// Soonest expiry, then earliest earned, then principal before bonus, then by name.
[[nodiscard]] bool comes_before(const Lot& a, std::string_view a_id, const Lot& b, std::string_view b_id);
[[nodiscard]] std::vector<std::string> order(const Book& book, std::vector<std::string> lots);
[[nodiscard]] std::vector<std::string> of_account(const Book& book, std::string_view account);

// A lot is good up to and including its last day.
[[nodiscard]] bool is_past(const Book& book, const Lot& lot);

// What is left of `total` after `part` of `whole` came back, rounded down as earning was. `whole` > 0.
[[nodiscard]] Units stays(Units total, std::int64_t part, std::int64_t whole);

// First come, first drawn: how much of each, and what is still missing.
template<typename Key>
[[nodiscard]] std::pair<std::vector<std::pair<Key, Units>>, Units>
draw(const std::vector<std::pair<Key, Units>>& pool, Units amount)
{
    std::vector<std::pair<Key, Units>> drawn;
    for (const auto& [key, has] : pool) {
        const Units units{has < amount ? has : amount};
        if (units <= 0) continue;
        drawn.emplace_back(key, units);
        amount -= units;
    }
    return {std::move(drawn), amount};
}

// Available points pay the account's debts, the oldest debt first.
void settle(Book& book, const std::string& account);
// Units come home: past the lot's day they expire, else they are available, and pay debts.
void credit(Book& book, const std::string& lot, Units amount);

// ------------------------------------------------------------ one function per kind of event

// The only clock. What is leased expires on its return.
void day_began(Book& book, std::string_view on);

struct Earned {
    std::string lot{};
    std::string account{};
    std::string member{};
    LotKind kind{LotKind::points};
    Units amount{0}; // ≥ 0.
    std::string on{};
    std::string expires{};
    std::string matures{};
    std::string receipt{};
    std::int64_t sale_minor{0};
    std::string kept{}; // Not empty: the till that sold holds the lot, in a lease of this name.
    TillNumber till{0};
    std::int64_t epoch{0};
};
// A lot that is known already is left alone.
void points_earned(Book& book, const Earned& earned);

struct Granted {
    std::string lease{};
    std::string account{};
    TillNumber till{0};
    std::int64_t epoch{0};
    Units amount{0};
    std::int64_t ask{0};
};
// Notes points.not_enough, and grants nothing, where less is available.
void lease_granted(Book& book, const Granted& granted);

// A grant that these books forgot and a till has shown: its lots are out, whatever is known of them here.
struct Shown {
    std::string lease{};
    std::string account{};
    TillNumber till{0};
    std::int64_t epoch{0};
    struct Part {
        std::string lot{};
        LotKind kind{LotKind::points};
        Units amount{0};
        std::string earned{};
        std::string expires{};
        bool of_office{false}; // The office gave the lot and forgot it too: that it lent it says that it was.
    };
    std::vector<Part> parts{};
};
// Nothing where the lease is known. Gives how many units are lacking more than before.
Units lease_shown(Book& book, const Shown& shown);

// What was spent out of these leases, soonest expiry first. Refused whole where they
// hold less, unless each of them was written off.
struct Spent {
    std::string redemption{};
    std::string account{};
    Units amount{0};
    std::vector<std::string> leases{};
};
void points_spent(Book& book, const Spent& spent);
// The same as a till says it, lot by lot: a fact, never refused. What is no longer in
// the lease it names is the firm's loss, unless the lease was written off and the
// account has it after all. A part that names no lease comes out of the purse.
struct SpentParts {
    std::string redemption{};
    std::string account{};
    std::vector<LotPart> parts{};
};
void points_spent(Book& book, const SpentParts& spent);

// Credits what is left in the lease here; closed for ever. Nothing where it is closed or unknown.
void lease_returned(Book& book, const std::string& lease);
// The last lot drawn is the first restored, each unit once. Waits where the redemption is unknown.
void redemption_refunded(Book& book, const RedemptionRefunded& refunded);
// Takes back what the sale earned: pending, available and expired of its lot, then the
// account's other lots, the rest is a debt. Leased units are left alone. Waits where the lot is unknown.
void sale_refunded(Book& book, const SaleRefunded& refunded);

void members_merged(Book& book, const std::string& kept, const std::string& merged);
// Takes the unspent rest of the own lots and the debts of the own sales along.
void member_left(Book& book, const std::string& account, const std::string& member, const std::string& to);
// A person declared the till gone: its leases come home.
void till_written_off(Book& book, TillNumber till);
void debt_forgiven(Book& book, const std::string& account, Units amount);

// ---------------------------------------------------------------------------- to be looked at

struct View {
    Units points{0}; // Available and leased of lots that are good; never below zero.
    Units available{0};
    Units leased{0}; // Of lots past their day too.
    Units pending{0};
    Units debt{0};
    std::string next_expiry{}; // The soonest last day among `points`, and how many then; empty: none expires.
    Units next_expiry_points{0};

    bool operator==(const View&) const = default;
};
[[nodiscard]] View view(const Book& book, std::string_view account);

// What is wrong with the book; empty: nothing. Conservation of each lot, no part below
// zero, no debt beside available units.
[[nodiscard]] std::string fault_of(const Book& book);

} // namespace guitai::purse
