#include "sync/points/book.hpp"

#include <algorithm>

namespace guitai::purse {

View view(const Book& book, std::string_view account)
{
    View seen;
    for (const std::string& id : of_account(book, account)) {
        const Lot& lot{book.lots.at(id)};
        const Units out{lot.out()};
        seen.available += lot.available;
        seen.leased += out;
        seen.pending += lot.pending;
        const Units good{is_past(book, lot) ? 0 : std::max<Units>(0, lot.available + out - lot.lacking)};
        seen.points += good;
        if (good == 0 || lot.expires.empty()) continue;
        if (seen.next_expiry.empty()) seen.next_expiry = lot.expires;
        if (seen.next_expiry == lot.expires) seen.next_expiry_points += good;
    }
    for (const Debt& debt : book.debts) {
        if (debt.account == account) seen.debt += debt.amount;
    }
    return seen;
}

std::string fault_of(const Book& book)
{
    for (const auto& [id, lot] : book.lots) {
        const Units parts{lot.pending + lot.available + lot.out() + lot.spent + lot.expired + lot.taken + lot.moved};
        if (parts != lot.amount + lot.lacking) return "conservation of lot " + id;
        for (const Units part : {lot.pending, lot.available, lot.spent, lot.expired, lot.taken, lot.moved,
                                 lot.lacking}) {
            if (part < 0) return "a part of lot " + id + " below zero";
        }
        for (const auto& [lease, units] : lot.leased) {
            if (units < 0) return "lot " + id + " below zero in lease " + lease;
        }
        if (lot.available == 0) continue;
        for (const Debt& debt : book.debts) {
            if (debt.account == lot.account) return "a debt and available points of " + lot.account;
        }
    }
    return {};
}

} // namespace guitai::purse
