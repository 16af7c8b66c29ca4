// Which questions to a card terminal a journal leaves open, worked out afresh.
#pragma once

#include "sync/events/event.hpp"
#include "terminal/app/ports.hpp"
#include "terminal/domain/card_reference.hpp"

#include <string_view>
#include <variant>
#include <vector>

namespace guitai::test {

inline std::vector<DayReader::AskedCard> open_cards_among(const std::vector<Event>& events)
{
    std::vector<DayReader::AskedCard> open;
    const auto settle = [&open](std::string_view key) {
        std::erase_if(open, [&](const DayReader::AskedCard& one) { return one.key == key; });
    };
    for (const Event& event : events) {
        if (const auto* asked = std::get_if<CardAsked>(&event.body)) {
            open.push_back({asked->key, asked->amount, event.at_ms, false});
        } else if (const auto* answered = std::get_if<CardAnswered>(&event.body)) {
            if (answered->outcome != CardOutcome::approved) settle(answered->key);
            for (DayReader::AskedCard& one : open) one.approved = one.approved || one.key == answered->key;
        } else if (const auto* sale = std::get_if<SaleCompleted>(&event.body)) {
            for (const TenderTaken& tender : sale->tenders) settle(card_key_in(tender.reference));
        }
    }
    return open;
}

} // namespace guitai::test
