// A till without a disk, a wire or a clock: every port faked in memory in a few
// lines, and a Counter that stands it all up with goods, members and people.
// `Counter counter; counter.open();` and the next line can sell.
#pragma once

#include "terminal/app/till.hpp"
#include "terminal/domain/shop_rules.hpp"
#include "tests/support/fake_books.hpp"
#include "tests/support/fake_member_files.hpp"
#include "tests/support/fake_offers.hpp"
#include "tests/support/fake_service.hpp"

#include <memory>
#include <stdexcept>
#include <string>

namespace guitai::test {

struct FakePins final : PinChecker {
    mutable std::int64_t asked{0};

    [[nodiscard]] std::string hash(const std::string& pin) const override { return "hash of " + pin; }
    [[nodiscard]] bool matches(const std::string& hash, const std::string& pin) const override
    {
        ++asked;
        return hash == "hash of " + pin;
    }
};

struct FakeSync final : SyncPort {
    SyncView seen;
    int hurried{0};

    [[nodiscard]] SyncView status() const override { return seen; }
    void hurry() override { ++hurried; }
};

// A key that the head office shares: every text gives a signature of its own.
struct FakePhoneKey final : SharedKey {
    bool here{true};

    [[nodiscard]] std::optional<PhoneMac> mac_of(std::string_view text) const override
    {
        if (!here) return std::nullopt;
        PhoneMac mac{};
        std::uint64_t sum{1469598103934665603U};
        for (std::size_t at{0}; at < mac.size(); ++at) {
            for (const char c : text) sum = (sum ^ static_cast<unsigned char>(c) ^ at) * 1099511628211U;
            mac[at] = static_cast<std::uint8_t>(sum >> 32U);
        }
        return mac;
    }
};

// 1000, 1001 … and so on, in as many digits as wanted.
struct FakeDigits final : SecretDigits {
    std::int64_t next{1000};

    [[nodiscard]] std::string draw(std::size_t count) override
    {
        std::string digits{std::to_string(next++)};
        digits.insert(0, count > digits.size() ? count - digits.size() : 0, '0');
        return digits.substr(digits.size() - count);
    }
};

struct FakePrinter final : PrinterStatus {
    bool has_paper{true};
    int woken{0};

    [[nodiscard]] bool ok() const override { return has_paper; }
    [[nodiscard]] std::int64_t waiting() const override { return 0; }
    void wake() override { ++woken; }
};

// A shop with one till, four people, two members and two styles:
//   SJ2207 松径短款羽绒服, 枫红/墨黑 × 165/170, ¥699 (members ¥659), barcodes 690000000001…4;
//          枫红 165 is not here, but three pieces in S02 and 36 in W01.
//   PS01   羊毛围巾, one item, ¥129, barcode 6900000000059.
// 王芳 (clerk, 2468), 李雪 (adviser, 1357), 陈店长 (owner, 8642), 周总 (executive, 9753).
// 林晓梅 (13800000001, card C0001) and 王建国 (13800000002).
struct Counter {
    FakeClock clock;
    FakeCatalogue catalogue;
    FakeBooks books{clock};
    FakePins pins;
    FakeSync sync;
    FakePrinter printer;
    ShopView shop;
    ShopRulesSet rules{default_rules({"S01"})};
    OfficeLookup* lookup{nullptr};
    CardTerminal* cards{nullptr}; // Set, and restart() for it to be connected.
    FakeOffers offers;
    FakeService service{books};
    FakeMemberFiles member_files{books};
    FakePhoneKey phone_key;
    FakeDigits digits;
    std::unique_ptr<Till> till;

    Counter()
    {
        shop.store = {"S01"};
        shop.name = "人民路店";
        shop.till = 71;
        shop.test = true;
        shop.has_office = true;
        books.catalogue = &catalogue;
        stock_shelves();
        books.staff = {person("王芳", Role::clerk, "2468"), person("李雪", Role::adviser, "1357"),
                       person("陈店长", Role::owner, "8642"), person("周总", Role::executive, "9753")};
        books.profiles = {member("M1", "13800000001", "林晓梅", "C0001"), member("M2", "13800000002", "王建国", "")};
        restart();
    }

    // The same books under a new till, as after a crash.
    void restart()
    {
        till = std::make_unique<Till>(
            Ports{.catalogue = catalogue, .members = books, .staff = books, .orders = books, .days = books,
                  .ledger = books, .pins = pins, .clock = clock, .sync = sync, .printer = printer,
                  .shop = [this] { return shop; }, .rules = [this] { return rules; }, .receipts = lookup,
                  .card_terminal = cards, .offers = &offers, .service = &service,
                  .phone_key = &phone_key, .gift_key = &phone_key,
                  .digits = &digits, .member_files = &member_files});
    }
    Result<void> handle(const Command& command) { return till->handle(command); }
    [[nodiscard]] const TillView& view() const { return till->view(); }
    // The code of the refusal, or "" where it was done.
    std::string refusal(const Command& command)
    {
        const auto done = handle(command);
        return done ? "" : done.error().code;
    }
    // Signs the clerk in and opens a shift with ¥500.
    void open()
    {
        till->refresh(); // The shop's rules may have been set since it was made.
        must(SignIn{"王芳", "2468"});
        must(OpenShift{Money::from_minor(50'000)});
    }
    void must(const Command& command)
    {
        const auto done = handle(command);
        if (!done) throw std::logic_error{done.error().code + ": " + done.error().detail};
    }

    static StaffReader::Person person(std::string name, Role role, const std::string& pin)
    {
        StaffReader::Person made;
        made.name = {std::move(name)};
        made.role = role;
        made.pin_hash = "hash of " + pin;
        return made;
    }
    static MemberProfile member(std::string id, std::string phone, std::string name, std::string card)
    {
        MemberProfile made;
        made.member = {std::move(id)};
        made.phone = std::move(phone);
        made.name = std::move(name);
        made.card = std::move(card);
        made.tier = "gold";
        return made;
    }

private:
    void stock_shelves()
    {
        int count{0};
        for (const char* const colour : {"枫红", "墨黑"}) {
            for (const char* const size : {"165", "170"}) {
                ++count;
                CatalogueItem item{make_item("SJ2207-" + std::to_string(count), "SJ2207", colour, size, 69'900,
                                             "690000000000" + std::to_string(count))};
                item.name = "松径短款羽绒服";
                item.name_en = "Songjing cropped down jacket";
                item.category = "外套";
                item.member_price = Money::from_minor(65'900);
                catalogue.stock[item.sku] = {{"S01", count == 1 ? 0 : 5}, {"S02", 3}, {"W01", 36}};
                catalogue.goods.push_back(std::move(item));
            }
        }
        CatalogueItem scarf{make_item("PS01", "PS01", "驼色", "", 12'900, "6900000000059")};
        scarf.name = "羊毛围巾";
        scarf.name_en = "Wool scarf";
        scarf.category = "配饰";
        catalogue.stock[scarf.sku] = {{"S01", 8}, {"S02", 0}, {"W01", 0}};
        catalogue.goods.push_back(std::move(scarf));
    }
};

} // namespace guitai::test
