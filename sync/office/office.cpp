#include "sync/office/office.hpp"

#include "sync/office/lasting_fact.hpp"
#include "sync/office/projections/baskets.hpp"
#include "sync/office/projections/benefits.hpp"
#include "sync/office/projections/club.hpp"
#include "sync/office/projections/complaint_cases.hpp"
#include "sync/office/projections/coupons.hpp"
#include "sync/office/projections/dealer_shares.hpp"
#include "sync/office/projections/fulfilment_rules.hpp"
#include "sync/office/projections/gift_keys.hpp"
#include "sync/office/projections/histories.hpp"
#include "sync/office/projections/home_advisers.hpp"
#include "sync/office/projections/home_shops.hpp"
#include "sync/office/projections/items.hpp"
#include "sync/office/projections/member_files.hpp"
#include "sync/office/projections/member_moments.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/misses.hpp"
#include "sync/office/projections/office_lines.hpp"
#include "sync/office/projections/order_words.hpp"
#include "sync/office/projections/orders.hpp"
#include "sync/office/projections/overrides.hpp"
#include "sync/office/projections/people.hpp"
#include "sync/office/projections/phone_codes.hpp"
#include "sync/office/projections/photo_doubts.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/privacy.hpp"
#include "sync/office/projections/profile_sources.hpp"
#include "sync/office/projections/promotion_forms.hpp"
#include "sync/office/projections/purses.hpp"
#include "sync/office/projections/return_freight.hpp"
#include "sync/office/projections/service.hpp"
#include "sync/office/projections/stock.hpp"
#include "sync/office/projections/stock_movements.hpp"
#include "sync/office/projections/takings.hpp"
#include "sync/office/projections/trade.hpp"
#include "sync/office/restored.hpp"
#include "sync/office/schema/schema.hpp"

namespace guitai::office {
namespace {

constexpr std::size_t name_bytes{8};

constexpr std::string_view of_store{" WHERE ?1 = '' OR origin IN (SELECT till FROM tills WHERE store = ?1)"};

std::vector<Projection*> seen(const std::vector<std::unique_ptr<Projection>>& owned)
{
    std::vector<Projection*> projections;
    for (const auto& projection : owned) projections.push_back(projection.get());
    return projections;
}

// What somebody was erased from must not be found in a free corner of a page.
void overwrite_what_is_deleted(database::Connection& connection)
{
    if (connection.engine() != database::Engine::sqlite) return;
    database::Statement set{connection, "PRAGMA secure_delete = ON"};
    while (set.step()) {
    }
}

} // namespace

std::vector<std::unique_ptr<Projection>> make_projections()
{
    std::vector<std::unique_ptr<Projection>> projections;
    projections.push_back(std::make_unique<Places>());
    projections.push_back(std::make_unique<Staff>());
    projections.push_back(std::make_unique<Tills>());
    projections.push_back(std::make_unique<Items>());
    projections.push_back(std::make_unique<Stock>());
    projections.push_back(std::make_unique<Members>());
    projections.push_back(std::make_unique<MemberFiles>());
    projections.push_back(std::make_unique<ComplaintCases>());
    projections.push_back(std::make_unique<Privacy>());
    projections.push_back(std::make_unique<PointsLedger>());
    projections.push_back(std::make_unique<Purses>());
    projections.push_back(std::make_unique<Histories>());
    projections.push_back(std::make_unique<HomeShops>());
    projections.push_back(std::make_unique<HomeAdvisers>());
    projections.push_back(std::make_unique<FulfilmentRules>());
    projections.push_back(std::make_unique<DealerShares>());
    projections.push_back(std::make_unique<ReturnFreight>());
    projections.push_back(std::make_unique<ProfileSources>());
    projections.push_back(std::make_unique<Orders>());
    projections.push_back(std::make_unique<DayTakings>());
    projections.push_back(std::make_unique<Misses>());
    projections.push_back(std::make_unique<Overrides>());
    projections.push_back(std::make_unique<Trade>());
    projections.push_back(std::make_unique<PromotionForms>());
    projections.push_back(std::make_unique<Coupons>());
    projections.push_back(std::make_unique<Benefits>());
    projections.push_back(std::make_unique<Club>());
    projections.push_back(std::make_unique<Baskets>());
    projections.push_back(std::make_unique<Service>());
    projections.push_back(std::make_unique<PhotoDoubts>());
    projections.push_back(std::make_unique<PhoneCodes>());
    projections.push_back(std::make_unique<GiftKeys>());
    projections.push_back(std::make_unique<StockMovements>());
    projections.push_back(std::make_unique<OrderWords>());    // Behind Orders, as the next: they read what it wrote.
    projections.push_back(std::make_unique<MemberMoments>());
    projections.push_back(std::make_unique<OfficeLines>());
    return projections;
}

Office::Office(database::Connection& connection, const Clock& clock, Chance& chance)
    : m_connection{connection},
      m_clock{clock},
      m_chance{chance},
      m_projections{make_projections()},
      m_books{connection, seen(m_projections)}
{
}

Result<std::unique_ptr<Office>> Office::open(database::Connection& connection, const Clock& clock, Chance& chance)
{
    if (auto done = migrate_all(connection); !done) return refuse(done.error());
    overwrite_what_is_deleted(connection);
    std::unique_ptr<Office> office{new Office{connection, clock, chance}};
    office->books().refold_if_outdated(books_schema_name);
    office->learn_name();
    return office;
}

void Office::learn_name()
{
    m_name = find_lasting_fact(m_connection, "office");
    if (!m_name.empty()) return;
    database::Transaction open{m_connection};
    m_name = lasting_fact(m_connection, m_chance, "office", name_bytes);
    open.commit();
}

Event Office::say(const database::Transaction& open, EventBody body, std::string_view actor)
{
    const bool hands_out{std::holds_alternative<LeaseGranted>(body) || std::holds_alternative<TillArmed>(body) ||
                         std::holds_alternative<TillEnrolled>(body)};
    Event event{m_books.write_one(open, office_origin, now_ms(), std::move(body))};
    m_owes_witness = m_owes_witness || hands_out;
    if (!actor.empty()) {
        database::Statement{m_connection, "INSERT INTO office_acts (number, actor) VALUES (?1, ?2)"}
            .bind(1, event.number)
            .bind(2, actor)
            .run();
    }
    return event;
}

void Office::call_witness(const database::Transaction& open)
{
    if (m_witness == nullptr || !m_owes_witness) return;
    m_witness->note(where_books_stand(*this, open));
    m_owes_witness = false;
}

void set_apart(Office& office, const database::Transaction& /*open*/, const Event& event, const Refusal& why)
{
    database::Statement{office.connection(), "INSERT INTO quarantine (origin, number, code, detail, at_ms)"
                                             " VALUES (?1, ?2, ?3, ?4, ?5)"
                                             " ON CONFLICT (origin, number, code) DO NOTHING"}
        .bind(1, event.origin)
        .bind(2, event.number)
        .bind(3, why.code)
        .bind(4, why.detail)
        .bind(5, office.now_ms())
        .run();
}

std::vector<SetApart> latest_set_apart(database::Connection& connection, const PlaceCode& store, int limit)
{
    database::Statement find{connection, std::string{"SELECT origin, number, code, detail, at_ms FROM quarantine"}
                                             .append(of_store)
                                             .append(" ORDER BY at_ms DESC, origin, number LIMIT ?2")};
    find.bind(1, store.text).bind(2, limit);
    std::vector<SetApart> rows;
    while (find.step()) {
        rows.push_back({find.integer(0), find.integer(1), {find.text(2), find.text(3)}, find.integer(4)});
    }
    return rows;
}

std::int64_t count_set_apart(database::Connection& connection, const PlaceCode& store)
{
    database::Statement find{connection, std::string{"SELECT COUNT(*) FROM quarantine"}.append(of_store)};
    find.bind(1, store.text);
    return find.step() ? find.integer(0) : 0;
}

} // namespace guitai::office
