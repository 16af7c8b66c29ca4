// Members with points at a head office, and tills that start, ask, spend and give back.
#pragma once

#include "sync/office/leases.hpp"
#include "sync/office/schema/schema.hpp"
#include "sync/journal/verify.hpp"
#include "sync/purses/fold.hpp"
#include "tests/office/fresh_office.hpp"

namespace guitai::office::tests {

inline const std::string nora{"M1"};

// Its points are born inside a lease of the till that sold it.
inline SaleCompleted coat_that_keeps_its_points(const std::string& member)
{
    SaleCompleted sale{coat_sold(1, {member})};
    LotEarned lot;
    lot.account = member;
    lot.member = {member};
    lot.amount = 399;
    lot.earned_on = "2026-11-22";
    lot.expires_on = "2027-12-31";
    lot.kept = true;
    lot.sale = sale.total;
    sale.earned = {lot};
    return sale;
}

struct LeaseDesk {
    FreshOffice& fresh;
    std::int64_t receipts{0};

    // As a reward of the head office, good till the end of next year.
    void give(const std::string& member, std::int64_t points, const std::string& expires = "2027-12-31")
    {
        fresh.say(PointsPosted{{member}, points, expires, PointsReason::imported, "", office_origin, 0, {}});
    }
    // A process starts; its epoch.
    std::int64_t start(TillNumber till, const std::string& nonce)
    {
        fresh.do_at(till, {TillStarted{nonce, "test"}});
        return last<TillArmed>().epoch;
    }
    void stop(TillNumber till) { fresh.do_at(till, {TillStopped{}}); }

    [[nodiscard]] Result<LeaseGranted> ask(TillNumber till, std::int64_t epoch, std::int64_t number,
                                           std::int64_t points, const std::string& member = nora)
    {
        database::Transaction open{*fresh.connection};
        const auto line = grant_lease(*fresh.office, open, {till, epoch, "", number, member, points});
        open.commit();
        if (!line) return refuse(line.error());
        return std::get<LeaseGranted>(decode(*line)->body);
    }
    [[nodiscard]] std::string refusal(TillNumber till, std::int64_t epoch, std::int64_t number, std::int64_t points)
    {
        const auto granted = ask(till, epoch, number, points);
        return granted ? "" : granted.error().code;
    }

    // A coat, a part of it paid with these points.
    [[nodiscard]] SaleCompleted spending(const std::string& member, std::vector<LotPart> parts)
    {
        SaleCompleted sale{coat_sold(++receipts, {member})};
        sale.points_earned = 0;
        PointsRedeemed spent;
        spent.account = member;
        spent.member = {member};
        for (const LotPart& part : parts) spent.amount += part.amount;
        spent.worth = Money::from_minor(spent.amount);
        spent.lots = std::move(parts);
        sale.spent = {std::move(spent)};
        return sale;
    }
    SaleCompleted spend(TillNumber till, const LeaseGranted& lease, std::int64_t points)
    {
        const SaleCompleted sale{
            spending(lease.account, {{lease.lots.front().lot, lease.lease, points, lease.lots.front().expires_on}})};
        fresh.do_at(till, {sale});
        return sale;
    }
    void give_back(TillNumber till, const LeaseGranted& lease, std::int64_t claimed)
    {
        fresh.do_at(till, {LeaseReturned{lease.lease, lease.account,
                                         {{lease.lots.front().lot, lease.lease, claimed, "2027-12-31"}}}});
    }

    [[nodiscard]] purse::View of(const std::string& member) { return purses::view_of(*fresh.connection, member); }
    [[nodiscard]] std::int64_t loss() { return purses::loss_of(*fresh.connection); }
    template<typename Body>
    [[nodiscard]] Body last()
    {
        return fresh.news_of<Body>().back();
    }
    // Every table is what the journal says, to the last unit.
    [[nodiscard]] std::vector<std::string> faults()
    {
        return verify(
                   *fresh.connection, [](database::Connection& empty) { (void)migrate_books(empty); }, make_projections)
            .problems;
    }
};

// `test` with a desk on every engine there is; afterwards the books are whole.
template<typename Test>
void on_each_desk(Test&& test)
{
    on_each_engine([&](FreshOffice& fresh) {
        LeaseDesk desk{fresh};
        test(desk);
        CHECK(desk.faults() == std::vector<std::string>{});
    });
}

} // namespace guitai::office::tests
