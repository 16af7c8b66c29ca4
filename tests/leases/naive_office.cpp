#include "sync/office/projections/histories.hpp"
#include "sync/purses/tables.hpp"
#include "tests/leases/naive.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace guitai::leases {
namespace {

void take_back_by_clock(database::Connection& connection)
{
    connection.run("UPDATE purse_lots SET available = available + leased, leased = 0;"
                   "UPDATE purse_lease_lots SET rem = 0");
}

// Takes what an account owes out of what of it is at tills.
void claw(database::Connection& connection)
{
    std::set<std::string> accounts;
    {
        database::Statement find{connection, "SELECT DISTINCT account FROM purse_debts"};
        while (find.step()) accounts.insert(find.text(0));
    }
    for (const std::string& account : accounts) {
        purses::Part part{connection};
        part.load_account(account);
        for (purse::Debt& debt : part.book.debts) {
            for (auto& [id, lot] : part.book.lots) {
                for (auto& [lease, units] : lot.leased) {
                    const purse::Units taken{std::min(units, debt.amount)};
                    units -= taken;
                    lot.taken += taken;
                    debt.amount -= taken;
                }
            }
        }
        std::erase_if(part.book.debts, [](const purse::Debt& debt) { return debt.amount == 0; });
        part.save(office_origin, 0, account);
    }
}

void recover(office::Office& office, const database::Transaction& open, Naive rule)
{
    if (!office::is_recovering(office.connection())) return;
    const auto waited = office::waited_tills(office.connection());
    const bool all_shown{std::all_of(waited.begin(), waited.end(), [](const auto& one) { return one.shown; })};
    if (rule == Naive::recovers_early && !all_shown) return;
    office.say(open, OfficeRecovered{office::latest_history(office.connection())->generation});
}

class NaiveWriting final : public office::Writing {
public:
    NaiveWriting(Naive rule, office::Office& office, sim::Dice& dice) : m_rule{rule}, m_office{office}, m_dice{dice} {}

    void submit(Work work, Failed) override
    {
        database::Transaction open{m_office.connection()};
        if (m_rule == Naive::lends_while_restoring) recover(m_office, open, m_rule);
        if (m_rule == Naive::clock_takes_back && m_dice.percent(30)) take_back_by_clock(m_office.connection());
        const Told told{work(m_office, open)};
        if (m_rule == Naive::claws_leased) claw(m_office.connection());
        if (m_rule == Naive::recovers_early) recover(m_office, open, m_rule);
        m_office.call_witness(open);
        open.commit();
        if (told) told();
    }

private:
    Naive m_rule;
    office::Office& m_office;
    sim::Dice& m_dice;
};

} // namespace

// Inside the real fold, at the very row that it writes: nowhere else is a rule of the books left out so exactly.
std::string_view triggers_of(Naive rule)
{
    switch (rule) {
    case Naive::carries_after_crash:
        return "CREATE TEMP TRIGGER naive AFTER UPDATE OF state ON main.purse_leases WHEN NEW.state = 'dormant' BEGIN"
               " UPDATE purse_leases SET state = 'open', epoch = (SELECT epoch FROM purse_tills t WHERE"
               " t.till = NEW.till) WHERE lease = NEW.lease; END";
    case Naive::carries_resting:
        return "CREATE TEMP TRIGGER naive AFTER UPDATE OF epoch ON main.purse_tills"
               " WHEN OLD.stopped + 1 = NEW.started BEGIN"
               " UPDATE purse_leases SET state = 'open', epoch = NEW.epoch WHERE till = NEW.till AND"
               " state = 'dormant'; END";
    case Naive::own_earnings_twice:
        return "CREATE TEMP TRIGGER naive AFTER INSERT ON main.purse_lease_lots"
               " WHEN NEW.lot = NEW.lease || '/1' BEGIN"
               " UPDATE purse_lease_lots SET rem = 0 WHERE lease = NEW.lease AND lot = NEW.lot;"
               " UPDATE purse_lots SET available = available + leased, leased = 0 WHERE lot = NEW.lot; END";
    case Naive::restores_twice:
        return "CREATE TEMP TRIGGER naive AFTER UPDATE OF amount ON main.purse_redemptions"
               " WHEN NEW.amount < OLD.amount BEGIN UPDATE purse_redemptions SET amount = OLD.amount"
               " WHERE redemption = NEW.redemption AND step = NEW.step; END";
    case Naive::expires_leased:
        return "CREATE TEMP TRIGGER naive AFTER UPDATE OF value ON main.purse_facts WHEN NEW.name = 'today' BEGIN"
               " UPDATE purse_lease_lots SET rem = 0 WHERE lot IN (SELECT lot FROM purse_lots WHERE"
               " expires_on <> '' AND expires_on < NEW.value);"
               " UPDATE purse_lots SET expired = expired + leased, leased = 0 WHERE expires_on <> '' AND"
               " expires_on < NEW.value; END";
    case Naive::drops_waiting:
        return "CREATE TEMP TRIGGER naive AFTER INSERT ON main.purse_waiting BEGIN"
               " DELETE FROM purse_waiting WHERE place = NEW.place; END";
    case Naive::ignores_debt:
        return "CREATE TEMP TRIGGER naive AFTER INSERT ON main.purse_debts BEGIN"
               " DELETE FROM purse_debts WHERE place = NEW.place; END";
    case Naive::same_history:
        return "CREATE TEMP TRIGGER naive AFTER INSERT ON main.office_histories BEGIN"
               " UPDATE office_histories SET generation = NEW.before, recovered = NEW.number"
               " WHERE number = NEW.number; END;"
               "CREATE TEMP TRIGGER naive_tills AFTER INSERT ON main.restored_tills BEGIN"
               " DELETE FROM restored_tills WHERE till = NEW.till; END";
    case Naive::hears_before_shown:
        // It still waits for each of them before it lends.
        return "CREATE TEMP TRIGGER naive AFTER INSERT ON main.restored_tills BEGIN"
               " UPDATE restored_tills SET shown = 1, through = 1000000000 WHERE generation = NEW.generation AND"
               " till = NEW.till; END";
    default: return {};
    }
}

std::unique_ptr<office::Writing> writing_with(Naive rule, office::Office& office, sim::Dice& dice)
{
    if (const auto triggers = triggers_of(rule); !triggers.empty()) {
        office.connection().run(std::string{"PRAGMA temp_store = MEMORY; "}.append(triggers));
    }
    return std::make_unique<NaiveWriting>(rule, office, dice);
}

} // namespace guitai::leases
