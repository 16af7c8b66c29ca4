#include "sync/office/sources.hpp"

#include "sync/office/projections/fulfilment_rules.hpp"
#include "sync/office/projections/stock.hpp"

#include <algorithm>
#include <set>

namespace guitai::office {
namespace {

class Shelves {
public:
    Shelves(database::Connection& connection, std::span<const OrderRow> orders, const PlaceCode& but = {})
        : m_rules{fulfilment_rules(connection)}, m_order{orders.front().placed}
    {
        for (const OrderRow& order : orders) m_closed.insert(order.placed.store.text);
        // Where it is to be fetched it may lie already, in the very shop that took the order, too …
        m_closed.erase(collected_at(m_order).text);
        // … unless nobody found it there.
        m_closed.insert(but.text);
        for (const OrderRow& order : orders) {
            for (const PlaceCode& place : rejected_by(connection, order.placed.order)) m_closed.insert(place.text);
        }
    }

    void add(const Sku& sku, const std::vector<Available>& places)
    {
        for (const Available& place : places) {
            const PlaceTerms terms{terms_of(m_rules, place.place)};
            if (!terms.sends || m_closed.contains(place.place.text) || place.free_milli() <= 0) continue;
            auto shelf = std::find_if(m_shelves.begin(), m_shelves.end(),
                                      [&](const Shelf& one) { return one.place == place.place; });
            if (shelf == m_shelves.end()) {
                const bool lies_ready{place.place == collected_at(m_order)};
                shelf = m_shelves.insert(shelf, {place.place, place.is_warehouse,
                                                 lies_ready ? -1 : terms.priority,
                                                 nearness_of(terms.region, m_order.recipient.address), {}});
            }
            shelf->free_milli[sku] = place.free_milli();
        }
    }

    [[nodiscard]] std::optional<std::vector<Part>> shared(std::span<const Wanted> wanted) const
    {
        return allocate(wanted, m_shelves, m_rules.parcels_max);
    }

private:
    FulfilmentSet m_rules;
    const OrderPlaced& m_order;
    std::set<std::string> m_closed;
    std::vector<Shelf> m_shelves;
};

} // namespace

std::optional<std::vector<Part>> find_sources(database::Connection& connection, std::span<const OrderRow> orders,
                                              const PlaceCode& but)
{
    if (orders.empty()) return std::nullopt;
    Shelves shelves{connection, orders, but};
    std::vector<Wanted> wanted;
    for (const OrderRow& order : orders) {
        wanted.push_back({order.placed.sku, order.placed.quantity.milli()});
        shelves.add(order.placed.sku, availability(connection, order.placed.sku));
    }
    return shelves.shared(wanted);
}

std::optional<PlaceCode> find_source_of(database::Connection& connection, const OrderRow& order, const Sku& instead)
{
    Shelves shelves{connection, {&order, 1}};
    shelves.add(instead, availability(connection, instead));
    const Wanted wanted{instead, order.placed.quantity.milli()};
    const auto parts = shelves.shared({&wanted, 1});
    if (!parts || parts->size() != 1) return std::nullopt;
    return parts->front().place;
}

} // namespace guitai::office
