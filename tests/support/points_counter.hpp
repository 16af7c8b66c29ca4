// A till over real books whose customers pay with points, and a head office of a few
// lines that arms it and grants what it was told to have.
#pragma once

#include "sync/database/database.hpp"
#include "sync/events/purse_account.hpp"
#include "terminal/app/till.hpp"
#include "tests/support/fake_ports.hpp"
#include "tests/support/open_till.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guitai::test {

// Answers at once, as the headless till's line does, or later, as the counter's.
struct FakeLeaseLine final : LeaseLine {
    std::function<void(EventBody)> tell; // The till keeps it and hears of it.
    std::int64_t has{0};                 // Of points, in the office's purse.
    std::int64_t epoch{1};
    std::string nonce{"nonce-1"};
    bool reached{true};
    bool at_once{true};
    bool disk_fails{false}; // Where the answer is to be kept.
    std::string lot{"lot"}; // Of which it grants.
    std::vector<LeaseAsk> asked;
    std::int64_t granted{0};

    [[nodiscard]] Result<bool> meet() override
    {
        if (!reached) return refuse("points.office_away");
        if (at_once) arm();
        return at_once;
    }
    [[nodiscard]] Result<bool> ask(const LeaseAsk& wanted) override
    {
        if (!reached) return refuse("points.office_away");
        if (disk_fails) throw database::DatabaseError{database::Fault::full, "no room"};
        asked.push_back(wanted);
        if (!at_once) return false;
        const std::int64_t amount{wanted.exact ? wanted.amount : std::min(wanted.amount, has)};
        if (amount > has || amount == 0) return refuse("lease.not_enough", std::to_string(has));
        grant(wanted.account, amount, wanted.ask);
        return true;
    }
    void arm(std::vector<std::string> carried = {}, std::vector<std::string> dormant = {})
    {
        tell(TillArmed{own_till, epoch, nonce, 1, "gen", std::move(carried), std::move(dormant)});
    }
    std::string grant(const std::string& account, std::int64_t points, std::int64_t ask)
    {
        has -= points;
        LeaseGranted lease;
        lease.lease = "0/" + std::to_string(100 + ++granted);
        lease.till = own_till;
        lease.epoch = epoch;
        lease.generation = "gen";
        lease.account = account;
        lease.unit = unit_of(account);
        const bool money{lease.unit == LotUnit::fen};
        lease.lots = {{lot, money ? LotKind::principal : LotKind::points, points, "2025-03-08",
                       money ? "" : "2027-12-31"}};
        lease.ask = ask;
        tell(lease);
        return lease.lease;
    }
};

// 林晓梅 (M1, 13800000001) is a member; a scarf (PS01) costs ¥129; 王芳 is signed in and has a shift.
class PointsCounter {
public:
    explicit PointsCounter(Office office = Office::far_away) : books{office}, m_alone{office == Office::none}
    {
        line.tell = [this](EventBody body) {
            const auto kept = books.store().books().write(office_origin, books.clock.at_ms, {std::move(body)});
            if (till) till->hear(kept->front());
        };
        CatalogueItem scarf{item("PS01", "PS01", "羊毛围巾", 12'900)};
        books.told(ItemsListed{{scarf}});
        StaffSet clerk;
        clerk.store = {"S01"};
        clerk.name = {"王芳"};
        clerk.pin_hash = "hash of 2468";
        books.told(clerk);
        StaffSet owner{clerk};
        owner.name = {"陈店长"};
        owner.role = Role::owner;
        owner.pin_hash = "hash of 8642";
        books.told(owner);
        books.told(MemberSet{member("M1", "13800000001", "林晓梅"), 0, 0});
        books.told(PointsPosted{{"M1"}, 5'000, "2027-12-31", PointsReason::imported, "", 0, 0, {}});
        line.has = 5'000;
        start();
        must(SignIn{"王芳", "2468"});
        must(OpenShift{Money::from_minor(50'000)});
    }

    // Another process over the same books.
    void start(std::string nonce = "nonce-1")
    {
        line.nonce = nonce;
        const TillStore& store{books.store()};
        till = std::make_unique<Till>(
            Ports{.catalogue = store.catalogue(), .members = store.members(), .staff = store.staff(),
                  .orders = store.orders(), .days = store.days(), .ledger = books.store().ledger(), .pins = pins,
                  .clock = books.clock, .sync = sync, .printer = printer,
                  .shop = [this] { return books.store().shop(); }, .rules = [this] { return rules; },
                  .phone_key = &phone_key, .gift_key = &gift_key, .points = &store.points(),
                  .leases = m_alone ? nullptr : &line,
                  .nonce = m_alone ? std::string{} : std::move(nonce), .program = "test",
                  .member_files = &store.member_files(), .club = &store.club(),
                  .complaints = &store.complaints()});
    }
    void restart(std::string nonce)
    {
        till.reset();
        books.reopen();
        start(std::move(nonce));
        must(SignIn{"王芳", "2468"});
    }

    Result<void> handle(const Command& command) { return till->handle(command); }
    [[nodiscard]] const TillView& view() const { return till->view(); }
    std::string refusal(const Command& command)
    {
        const auto done = handle(command);
        return done ? "" : done.error().code;
    }
    void must(const Command& command)
    {
        const auto done = handle(command);
        if (!done) throw std::logic_error{done.error().code + ": " + done.error().detail};
    }
    // A scarf and a member on the ticket.
    void serve(std::int64_t scarves = 1)
    {
        must(AttachMember{"13800000001"});
        must(AddProduct{{"PS01"}, Quantity::pieces(scarves)});
    }
    SaleCompleted pay()
    {
        must(Pay{TenderKind::cash, view().cart.due});
        return all<SaleCompleted>().back();
    }
    // Everything this till has written of a kind.
    template<typename Body>
    [[nodiscard]] std::vector<Body> all()
    {
        std::vector<Body> found;
        for (const JournalLine& each : books.store().books().journal().after(own_till, 0, 1'000)) {
            const auto event = decode(each.text);
            if (const auto* body = event ? std::get_if<Body>(&event->body) : nullptr) found.push_back(*body);
        }
        return found;
    }

    OpenTill books;
    FakePins pins;
    FakeSync sync;
    FakePrinter printer;
    ShopRulesSet rules{default_rules({"S01"})};
    FakePhoneKey gift_key, phone_key;
    FakeLeaseLine line;
    std::unique_ptr<Till> till;

private:
    bool m_alone{false};
};

} // namespace guitai::test
