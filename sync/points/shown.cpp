#include "sync/points/book.hpp"

#include "sync/points/place.hpp"

#include <algorithm>

namespace guitai::purse {

Units lease_shown(Book& book, const Shown& shown)
{
    if (book.leases.contains(shown.lease)) return 0;
    book.leases[shown.lease] = {LeaseState::open, shown.till, shown.epoch, shown.account, 0, next_place(book.leases)};
    Units lacking{0};
    for (const Shown::Part& part : shown.parts) {
        const auto [place, is_new] = book.lots.try_emplace(part.lot);
        Lot& lot{place->second};
        if (is_new) {
            lot.account = shown.account;
            lot.kind = part.kind;
            lot.earned = part.earned;
            lot.expires = part.expires;
            lot.place = next_place(book.lots);
        }
        Units rest{part.amount};
        if (part.of_office && lot.member.empty()) {
            // That there were so many is certain; another lease may have held the same units before or after this one.
            const Units proved{std::max<Units>(0, part.amount - lot.amount)};
            lot.amount += proved;
            rest -= proved;
        }
        // Since they were lent the days that ripen and end a lot may have begun anew: they did not touch what was out.
        for (Units* from : {&lot.available, &lot.expired, &lot.pending}) {
            const Units units{std::min(*from, rest)};
            *from -= units;
            rest -= units;
        }
        // Goods that came back, or a debt, took what was not there: it is owed.
        const Units owed{std::min(lot.taken, rest)};
        lot.taken -= owed;
        rest -= owed;
        if (owed > 0) book.debts.push_back({lot.account, lot.member, owed, 0});
        lot.leased[shown.lease] += part.amount;
        lot.lacking += rest;
        lacking += rest;
        settle(book, lot.account);
    }
    return lacking;
}

} // namespace guitai::purse
