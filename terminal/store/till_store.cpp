#include "terminal/store/till_store.hpp"

#include "terminal/store/projections/all.hpp"
#include "terminal/store/training.hpp"

namespace guitai {
namespace {

std::vector<Projection*> pointers_to(const std::vector<std::unique_ptr<Projection>>& owned)
{
    std::vector<Projection*> pointers;
    for (const auto& projection : owned) pointers.push_back(projection.get());
    return pointers;
}

} // namespace

TillStore::TillStore(DataFolder folder, const Clock& clock)
    : m_folder{std::move(folder)}, m_projections{make_projections(device().identity())},
      m_books{m_folder.connection(), pointers_to(m_projections)}, m_settled{m_folder.connection(), m_books},
      m_goods{m_settled, device().identity()}, m_members{m_settled, device().identity()},
      m_people{m_settled, device().identity()}, m_orders{m_settled, device().identity()},
      m_days{m_settled, device().identity()}, m_offers{m_settled}, m_service{m_settled},
      m_member_files{m_settled}, m_points{m_settled}, m_club{m_settled}, m_complaints{m_settled},
      m_ledger{m_books, m_settled, device().till, clock}, m_inbox{m_books, device().till},
      m_print_jobs{m_folder.connection()}
{
    m_books.refold_if_outdated(store_schema_name);
    m_books.resume();
}

ShopView TillStore::shop() const
{
    ShopView shop;
    shop.store = device().store;
    shop.till = device().till;
    shop.test = device().test;
    shop.training = device().till == training_till;
    shop.has_office = !device().office_url.empty();
    shop.name = shop.store.text;
    if (const auto place = m_people.own_place()) {
        shop.name = place->name;
        shop.test = shop.test || place->test;
        shop.tax_included = place->tax_included;
        shop.utc_offset_minutes = place->utc_offset_minutes;
        shop.delivery_fee = place->delivery_fee;
    }
    return shop;
}

} // namespace guitai
