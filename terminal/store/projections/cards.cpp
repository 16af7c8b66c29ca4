#include "terminal/store/projections/cards.hpp"

#include "terminal/domain/card_reference.hpp"
#include "terminal/store/rows.hpp"

namespace guitai {
namespace {

void settle(database::Connection& connection, std::string_view key)
{
    run(connection, "DELETE FROM open_cards WHERE key = ?1", key);
}

} // namespace

void CardsProjection::apply(database::Connection& connection, const Event& event)
{
    if (event.origin != m_self.till) return;
    if (const auto* asked = std::get_if<CardAsked>(&event.body)) {
        run(connection,
            "INSERT INTO open_cards (key, number, amount, asked_at_ms, approved) VALUES (?1, ?2, ?3, ?4, 0)"
            " ON CONFLICT DO NOTHING",
            asked->key, event.number, asked->amount, event.at_ms);
    } else if (const auto* answered = std::get_if<CardAnswered>(&event.body)) {
        if (answered->outcome != CardOutcome::approved) return settle(connection, answered->key);
        run(connection, "UPDATE open_cards SET approved = 1 WHERE key = ?1", answered->key);
    } else if (const auto* sale = std::get_if<SaleCompleted>(&event.body)) {
        for (const TenderTaken& taken : sale->tenders) {
            const std::string_view key{card_key_in(taken.reference)};
            if (taken.tender == TenderKind::card && !key.empty()) settle(connection, key);
        }
    }
}

} // namespace guitai
