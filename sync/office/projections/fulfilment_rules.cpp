#include "sync/office/projections/fulfilment_rules.hpp"

#include <algorithm>

namespace guitai::office {

void FulfilmentRules::fold(database::Connection& connection, const Event& event)
{
    const auto* rules = std::get_if<FulfilmentSet>(&event.body);
    if (!rules) return;
    database::Statement{connection, "DELETE FROM fulfilment_rules"}.run();
    database::Statement{connection, "DELETE FROM fulfilment_places"}.run();
    database::Statement{connection, "INSERT INTO fulfilment_rules (one, automatic, parcels_max, answer_minutes)"
                                    " VALUES (1, ?1, ?2, ?3)"}
        .bind(1, rules->automatic)
        .bind(2, rules->parcels_max)
        .bind(3, rules->answer_minutes)
        .run();
    for (const PlaceTerms& terms : rules->places) {
        database::Statement{connection,
                            "INSERT INTO fulfilment_places (place, sends, priority, ring_fence_milli, region, share_bp)"
                            " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (place) DO NOTHING"}
            .bind(1, terms.place.text)
            .bind(2, terms.sends)
            .bind(3, terms.priority)
            .bind(4, terms.ring_fence.milli())
            .bind(5, terms.region)
            .bind(6, terms.share.value)
            .run();
    }
}

FulfilmentSet fulfilment_rules(database::Connection& connection)
{
    FulfilmentSet rules;
    database::Statement find{connection, "SELECT automatic, parcels_max, answer_minutes FROM fulfilment_rules"};
    if (!find.step()) return rules;
    rules.automatic = find.flag(0);
    rules.parcels_max = find.integer(1);
    rules.answer_minutes = find.integer(2);
    database::Statement places{connection, "SELECT place, sends, priority, ring_fence_milli, region, share_bp"
                                           " FROM fulfilment_places ORDER BY place"};
    while (places.step()) {
        rules.places.push_back({{places.text(0)}, places.flag(1), places.integer(2),
                                Quantity::from_milli(places.integer(3)), places.text(4), {places.integer(5)}});
    }
    return rules;
}

PlaceTerms terms_of(const FulfilmentSet& rules, const PlaceCode& place)
{
    const auto found = std::find_if(rules.places.begin(), rules.places.end(),
                                    [&](const PlaceTerms& terms) { return terms.place == place; });
    if (found != rules.places.end()) return *found;
    PlaceTerms usual;
    usual.place = place;
    return usual;
}

} // namespace guitai::office
