// A head office for one test: empty, with a clock that stands still until it is
// told, and chance that always falls the same way. On both engines.
#pragma once

#include "sync/office/access.hpp"
#include "sync/office/intake.hpp"
#include "sync/office/office.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/postgres.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace guitai::office::tests {

class StandingClock final : public Clock {
public:
    [[nodiscard]] std::int64_t now_ms() const override { return at_ms; }
    std::int64_t at_ms{1'795'312'800'000}; // 2026-11-22 10:00 in China.
};

class CountingChance final : public Chance {
public:
    void fill(std::span<std::uint8_t> bytes) override
    {
        for (std::uint8_t& byte : bytes) byte = m_next++;
    }

private:
    std::uint8_t m_next{0};
};

class FreshOffice {
public:
    explicit FreshOffice(const std::string& url) : connection{database::open(url)}
    {
        auto opened = Office::open(*connection, clock, chance);
        REQUIRE(opened.has_value());
        office = std::move(*opened);
    }

    void say(EventBody body)
    {
        database::Transaction open{*connection};
        office->say(open, std::move(body));
        open.commit();
    }

    // The line that `till` writes as its `number`-th.
    [[nodiscard]] std::string line(TillNumber till, std::int64_t number, EventBody body) const
    {
        return encode({till, number, clock.at_ms, std::move(body)});
    }

    [[nodiscard]] Result<IntakeAnswer> take(TillNumber till, std::string_view body)
    {
        const auto batch = read_batch(till, body);
        if (!batch) return refuse(batch.error());
        database::Transaction open{*connection};
        auto answer = take_in(*office, open, *batch);
        open.commit();
        return answer;
    }

    // `till` does all of it, after what it did before.
    IntakeAnswer do_at(TillNumber till, std::vector<EventBody> bodies)
    {
        std::int64_t number{office->books().journal().head(till).number};
        std::string body;
        for (EventBody& each : bodies) body += line(till, ++number, std::move(each)) + "\n";
        const auto answer = take(till, body);
        REQUIRE(answer.has_value());
        return *answer;
    }

    // Every event of the head office after `number`.
    [[nodiscard]] std::vector<Event> news(std::int64_t number = 0)
    {
        std::vector<Event> events;
        for (const JournalLine& each : office->books().journal().after(office_origin, number, 1'000)) {
            auto event = decode(each.text);
            REQUIRE(event.has_value());
            events.push_back(std::move(*event));
        }
        return events;
    }

    template<typename Body>
    [[nodiscard]] std::vector<Body> news_of()
    {
        std::vector<Body> bodies;
        for (const Event& event : news()) {
            if (const auto* body = std::get_if<Body>(&event.body)) bodies.push_back(*body);
        }
        return bodies;
    }

    StandingClock clock;
    CountingChance chance;
    std::unique_ptr<database::Connection> connection;
    std::unique_ptr<Office> office;
};

// Two shops with a till each (1 in S01, 2 in S02), a warehouse, a coat in two
// sizes: 3 of the M in the warehouse, 1 of the M in S02.
inline void furnish(FreshOffice& fresh)
{
    for (const char* code : {"S01", "S02"}) {
        PlaceSet shop;
        shop.place = {code};
        shop.name = code;
        fresh.say(shop);
    }
    PlaceSet warehouse;
    warehouse.place = {"W01"};
    warehouse.name = "W01";
    warehouse.place_kind = PlaceKind::warehouse;
    fresh.say(warehouse);
    fresh.say(TillEnrolled{1, {"S01"}, std::string(64, 'a'), false});
    fresh.say(TillEnrolled{2, {"S02"}, std::string(64, 'b'), false});
    CatalogueItem coat;
    coat.sku = {"COAT-M"};
    coat.style = {"COAT"};
    coat.name = "长款羽绒服";
    coat.colour = "黑";
    coat.size = "M";
    coat.category = "羽绒服";
    coat.price = Money::from_minor(39'900);
    CatalogueItem large{coat};
    large.sku = {"COAT-L"};
    large.size = "L";
    fresh.say(ItemsListed{{coat, large}});
    fresh.say(StockMoved{StockReason::counted,
                         0,
                         0,
                         {{{"W01"}, coat.sku, Quantity::pieces(3)}, {{"S02"}, coat.sku, Quantity::pieces(1)}}});
}

// Runs `test` with a fresh, furnished office on every engine there is.
template<typename Test>
void on_each_engine(Test&& test)
{
    {
        INFO("on SQLite");
        FreshOffice fresh{"sqlite::memory:"};
        furnish(fresh);
        test(fresh);
    }
    if (guitai::tests::postgres_server().empty()) return;
    INFO("on PostgreSQL");
    const guitai::tests::FreshPostgres place;
    FreshOffice fresh{place.url()};
    furnish(fresh);
    test(fresh);
}

// A ticket of one coat for cash.
inline SaleCompleted coat_sold(std::int64_t count = 1, const MemberId& member = {})
{
    SaleCompleted sale;
    sale.receipt = make_receipt_number({"S01"}, 1, count);
    sale.store = {"S01"};
    sale.shift = 1;
    sale.staff = {"王芳"};
    sale.business_date = "2026-11-22";
    sale.member = member;
    SaleLine line;
    line.sku = {"COAT-M"};
    line.quantity = Quantity::pieces(1);
    line.unit = Money::from_minor(39'900);
    line.total = line.unit;
    line.tax = Money::from_minor(4'590);
    sale.lines = {line};
    sale.tenders = {{TenderKind::cash, line.total, Money::from_minor(40'000), Money::from_minor(100), {}}};
    sale.total = line.total;
    sale.tax = line.tax;
    if (!member.empty()) {
        sale.points_earned = 399;
        sale.points_expire_on = "2027-12-31";
    }
    return sale;
}

// The coat of `receipt` comes back, at that till's `count`-th ticket.
inline SaleCompleted coat_back(std::int64_t count, const ReceiptNumber& receipt, TillNumber till = 1)
{
    SaleCompleted sale{coat_sold(count)};
    sale.receipt = make_receipt_number({"S01"}, till, count);
    SaleLine& line{sale.lines[0]};
    line.line_kind = LineKind::return_;
    line.total = -line.total;
    line.tax = -line.tax;
    line.returned_receipt = receipt;
    line.returned_line = 1;
    sale.total = line.total;
    sale.tax = line.tax;
    sale.tenders = {{TenderKind::cash, sale.total, sale.total, {}, {}}};
    return sale;
}

inline OrderPlaced coat_ordered(std::int64_t count = 1, const MemberId& member = {})
{
    OrderPlaced order;
    order.order = make_order_id({"S01"}, 1, count);
    order.receipt = make_receipt_number({"S01"}, 1, 100 + count);
    order.store = {"S01"};
    order.staff = {"王芳"};
    order.member = member;
    order.sku = {"COAT-M"};
    order.name = "长款羽绒服";
    order.variant = "黑 M";
    order.quantity = Quantity::pieces(1);
    order.recipient = {"张敏", "13800000001", "中山路1号"};
    order.total = Money::from_minor(39'900);
    order.paid = order.total;
    return order;
}

inline MemberEnrolled enrolled(const MemberId& member, std::string phone)
{
    MemberEnrolled event;
    event.profile.member = member;
    event.profile.phone = std::move(phone);
    event.profile.name = "张敏";
    event.profile.joined_on = "2026-11-22";
    event.store = {"S01"};
    event.staff = {"王芳"};
    return event;
}

} // namespace guitai::office::tests
