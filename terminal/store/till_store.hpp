// Everything a till keeps, opened once: the one object main makes to fill Ports.
// Belongs to the till thread.
#pragma once

#include "terminal/app/ports.hpp"
#include "terminal/store/data_folder.hpp"
#include "terminal/store/inbox.hpp"
#include "terminal/store/ledger.hpp"
#include "terminal/store/other_receipts.hpp"
#include "terminal/store/print_jobs.hpp"
#include "terminal/store/readers/club_reader.hpp"
#include "terminal/store/readers/complaints_reader.hpp"
#include "terminal/store/readers/days_reader.hpp"
#include "terminal/store/readers/goods_reader.hpp"
#include "terminal/store/readers/member_files_reader.hpp"
#include "terminal/store/readers/members_reader.hpp"
#include "terminal/store/readers/offers_reader.hpp"
#include "terminal/store/readers/orders_reader.hpp"
#include "terminal/store/readers/people_reader.hpp"
#include "terminal/store/readers/points_reader.hpp"
#include "terminal/store/readers/service_reader.hpp"
#include "terminal/store/settled_connection.hpp"

#include <memory>
#include <vector>

namespace guitai {

class TillStore {
public:
    // Keeps the folder, and its lock, for its own life. `clock` stamps events and outlives the store.
    TillStore(DataFolder folder, const Clock& clock);
    ~TillStore() { settle(); }
    TillStore(const TillStore&) = delete;
    TillStore& operator=(const TillStore&) = delete;

    [[nodiscard]] const Device& device() const { return m_folder.device(); }
    [[nodiscard]] const DataFolder& folder() const { return m_folder; }
    [[nodiscard]] const GoodsReader& catalogue() const { return m_goods; }
    [[nodiscard]] const MembersReader& members() const { return m_members; }
    [[nodiscard]] const PeopleReader& staff() const { return m_people; }
    [[nodiscard]] const OrdersReader& orders() const { return m_orders; }
    [[nodiscard]] const DaysReader& days() const { return m_days; }
    [[nodiscard]] const OffersReader& offers() const { return m_offers; }
    [[nodiscard]] const StoreMemberFiles& member_files() const { return m_member_files; }
    [[nodiscard]] const StoreServiceReader& service() const { return m_service; }
    [[nodiscard]] const StorePointsReader& points() const { return m_points; }
    [[nodiscard]] const StoreClubReader& club() const { return m_club; }
    [[nodiscard]] const StoreComplaintsReader& complaints() const { return m_complaints; }
    [[nodiscard]] StoreLedger& ledger() { return m_ledger; }
    [[nodiscard]] Inbox& inbox() { return m_inbox; }
    [[nodiscard]] PrintJobs& print_jobs() { return m_print_jobs; }
    [[nodiscard]] Books& books() { return m_books; }
    [[nodiscard]] OtherReceipts other_receipts() { return OtherReceipts{m_settled}; }

    // Works out what the last command left to be worked out. For the moments when nobody waits:
    // whoever looks before sees it all the same, and waits for it then.
    void settle() { m_settled.settle(); }

    // As the place is set now; of a shop nobody has told of yet, only code and number.
    [[nodiscard]] ShopView shop() const;
    [[nodiscard]] ShopRulesSet rules() const { return m_people.own_rules(); }

private:
    DataFolder m_folder;
    std::vector<std::unique_ptr<Projection>> m_projections;
    Books m_books;
    SettledConnection m_settled;
    GoodsReader m_goods;
    MembersReader m_members;
    PeopleReader m_people;
    OrdersReader m_orders;
    DaysReader m_days;
    OffersReader m_offers;
    StoreServiceReader m_service;
    StoreMemberFiles m_member_files;
    StorePointsReader m_points;
    StoreClubReader m_club;
    StoreComplaintsReader m_complaints;
    StoreLedger m_ledger;
    Inbox m_inbox;
    PrintJobs m_print_jobs;
};

} // namespace guitai
