// Prices that are known before they hold, and orders that are packed with a scanner.
#include "sync/office/leases.hpp"
#include "sync/office/planned_catalogues.hpp"
#include "sync/office/projections/items.hpp"
#include "sync/office/staffing.hpp"
#include "tests/office/console_visitor.hpp"
#include "tests/office/sending.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

constexpr const char* dearer{"Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price\n"
                             "coat,羽绒服,尺码,M,COAT-M,459.00\n"};

Result<std::int64_t> plan(FreshOffice& fresh, const char* on, const char* draft = dearer)
{
    database::Transaction open{*fresh.connection};
    auto id = plan_for_day(*fresh.office, open, {0, on, Missing::kept, draft, "赵总", 0, {}});
    open.commit();
    return id;
}

void begin_day(FreshOffice& fresh, std::int64_t days)
{
    fresh.clock.at_ms += days * 86'400'000;
    database::Transaction open{*fresh.connection};
    begin_points_day(*fresh.office, open);
    open.commit();
}

std::int64_t price_of_coat(FreshOffice& fresh)
{
    return find_item(*fresh.connection, coat)->price.minor();
}

} // namespace

TEST_CASE("a file of new prices waits for its day, and is in force with it")
{
    on_each_engine([](FreshOffice& fresh) {
        begin_day(fresh, 0);
        const std::int64_t before{price_of_coat(fresh)};
        REQUIRE(plan(fresh, "2026-11-24"));

        begin_day(fresh, 1);
        CHECK(price_of_coat(fresh) == before);
        begin_day(fresh, 1);

        CHECK(price_of_coat(fresh) == 45'900);
        CHECK(planned_catalogues(*fresh.connection).empty());
    });
}

TEST_CASE("a file for today, for no day, or with a fault is refused, and one that was given up changes nothing")
{
    on_each_engine([](FreshOffice& fresh) {
        begin_day(fresh, 0);
        const std::int64_t before{price_of_coat(fresh)};

        CHECK(plan(fresh, "2026-11-22").error().code == "catalogue.bad_date");
        CHECK(plan(fresh, "morgen").error().code == "catalogue.bad_date");
        CHECK_FALSE(plan(fresh, "2026-11-24", "no,catalogue\n1,2\n").has_value());
        const auto id = plan(fresh, "2026-11-24");
        REQUIRE(id.has_value());
        {
            database::Transaction open{*fresh.connection};
            CHECK(drop_planned(*fresh.office, open, *id));
            CHECK_FALSE(drop_planned(*fresh.office, open, *id));
            open.commit();
        }
        begin_day(fresh, 5);

        CHECK(price_of_coat(fresh) == before);
    });
}

TEST_CASE("the right piece packs the order, a wrong one is refused before it is in the parcel")
{
    on_each_engine([](FreshOffice& fresh) {
        REQUIRE(add_staff(*fresh.office, {{"赵总"}, {"S01"}, Role::office, "1357"}).has_value());
        fresh.do_at(1, {coats(2)});
        OrderRequest from_warehouse;
        from_warehouse.source = {"W01"};
        REQUIRE(step(fresh, OrderStep::accept, from_warehouse));
        Visitor visitor{fresh};
        REQUIRE(visitor.sign_in("赵总", "1357").status == 303);
        std::string page{visitor.get("/console/orders/packing").body};
        const std::string token{"form_token=" + token_in(page)};
        const auto scan = [&](const std::string& order_number, int have, const std::string& code) {
            return header_of(visitor.post("/console/orders/packing", token + "&order=" + order_number +
                                                                         "&have=" + std::to_string(have) +
                                                                         "&code=" + code),
                             "Location");
        };
        const std::string number{the_order.text};

        CHECK(holds(scan("", 0, "COAT-M"), "problem=pack.order_first"));
        CHECK(holds(scan("", 0, number), "order=" + number + "&have=0"));
        CHECK(holds(scan(number, 0, "COAT-L"), "problem=pack.wrong_piece"));
        CHECK(holds(scan(number, 0, "COAT-M"), "have=1"));
        CHECK(order(fresh).state == OrderState::accepted);
        CHECK(holds(visitor.get("/console/orders/packing?order=" + number + "&have=1").body, "<strong>1</strong> / 2"));
        CHECK(holds(scan(number, 1, "COAT-M"), "packed=" + number));

        CHECK(order(fresh).state == OrderState::packed);
        CHECK(holds(scan("", 0, number), "problem=pack.not_to_pack"));
    });
}
