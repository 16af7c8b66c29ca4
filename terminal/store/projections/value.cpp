#include "terminal/store/projections/value.hpp"

#include "terminal/store/rows.hpp"

namespace guitai {
namespace {

void add(database::Connection& connection, const std::string& account, const std::string& expires_on,
         std::int64_t minor)
{
    run(connection,
        "INSERT INTO value_lots (account, expires_on, minor) VALUES (?1, ?2, ?3)"
        " ON CONFLICT (account, expires_on) DO UPDATE SET minor = minor + ?3",
        account, expires_on, minor);
}

void add_restored(database::Connection& connection, const std::string& redemption, std::int64_t minor)
{
    run(connection,
        "INSERT INTO value_restored (redemption, minor) VALUES (?1, ?2)"
        " ON CONFLICT (redemption) DO UPDATE SET minor = minor + ?2",
        redemption, minor);
}

void add_own(database::Connection& connection, const std::vector<ValueRestored>& all)
{
    for (const ValueRestored& back : all) {
        for (const LotPart& part : back.lots) add(connection, back.account, part.expires_on, part.amount);
        add_restored(connection, back.redemption, back.amount.minor());
    }
}

void add_own(database::Connection& connection, const SaleCompleted& sale)
{
    for (const ValueSpent& spent : sale.value_spent) {
        for (const LotPart& part : spent.lots) add(connection, spent.account, part.expires_on, -part.amount);
    }
    add_own(connection, sale.value_restored);
}

void add_own(database::Connection& connection, const ValueLoaded& loaded)
{
    for (const LotEarned& lot : loaded.lots) add(connection, loaded.account, lot.expires_on, lot.amount);
}

} // namespace

void ValueProjection::apply(database::Connection& connection, const Event& event)
{
    if (const auto* key = std::get_if<GiftKeySet>(&event.body)) {
        if (key->till != m_self.till) return;
        run(connection,
            "INSERT INTO gift_keys (till, sealed) VALUES (?1, ?2) ON CONFLICT (till) DO UPDATE SET sealed = ?2",
            key->till, key->sealed_key);
    } else if (const auto* posted = std::get_if<ValuePosted>(&event.body)) {
        if (posted->source_origin == m_self.till) return; // It is counted already.
        add(connection, posted->account, posted->expires_on, posted->amount.minor());
        if (!posted->redemption.empty()) add_restored(connection, posted->redemption, posted->amount.minor());
    } else if (event.origin == m_self.till) {
        if (const auto* sale = std::get_if<SaleCompleted>(&event.body)) add_own(connection, *sale);
        if (const auto* loaded = std::get_if<ValueLoaded>(&event.body)) add_own(connection, *loaded);
        if (const auto* back = std::get_if<OrderRefunded>(&event.body)) add_own(connection, back->value_restored);
    }
}

} // namespace guitai
