#include "tests/bench/big_office.hpp"

#include "sync/office/commands/shop.hpp"
#include "sync/office/fulfilment.hpp"
#include "sync/office/intake.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdlib>
#include <string>
#include <vector>

namespace guitai::bench {
namespace {

using namespace guitai::office;

constexpr std::int64_t shops{12};
constexpr std::int64_t tills_a_shop{2};
constexpr std::array colours{"黑", "米白", "雾蓝", "枫红"};
constexpr std::array sizes{"S", "M", "L"};
constexpr std::int64_t variants_a_style{12};
constexpr std::int64_t orders_a_slice{500};
constexpr std::int64_t ms_an_hour{3'600'000};

// Chance that falls the same way each time.
class Dice {
public:
    std::int64_t below(std::int64_t limit)
    {
        m_state = m_state * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
        return static_cast<std::int64_t>((m_state >> 33) % static_cast<std::uint64_t>(limit));
    }

private:
    std::uint64_t m_state{2'026};
};

void must(bool holds, const std::string& what)
{
    if (holds) return;
    fmt::print(stderr, "big office: {}\n", what);
    std::exit(1);
}

PlaceCode shop_code(std::int64_t shop) { return {fmt::format("S{:02}", shop)}; }
std::string style_name(std::int64_t style) { return fmt::format("YL{:04}", 2'000 + style); }
MemberId member_code(std::int64_t member) { return {fmt::format("M{:06}", member)}; }
std::string phone_of(std::int64_t member) { return fmt::format("139{:08}", 10'000'000 + member); }

CatalogueItem item_of(std::int64_t style, std::int64_t variant)
{
    CatalogueItem item;
    const auto colour = static_cast<std::size_t>(variant / 3);
    const auto size = static_cast<std::size_t>(variant % 3);
    item.style = {style_name(style)};
    item.sku = {fmt::format("{}-{}{}", item.style.text, colour + 1, sizes[size])};
    item.name = fmt::format("羽绒服 {}", style);
    item.name_en = fmt::format("Down jacket {}", style);
    item.colour = colours[colour];
    item.size = sizes[size];
    item.category = "羽绒服";
    item.price = Money::from_minor(29'900 + style * 100);
    item.position = variant;
    return item;
}

class Filler {
public:
    Filler(Office& office, OfficeClock& clock, const OfficeSize& size) : m_office{office}, m_clock{clock}, m_size{size}
    {
    }

    void found()
    {
        database::Transaction open{m_office.connection()};
        for (std::int64_t shop{1}; shop <= shops + 2; ++shop) {
            PlaceSet place;
            const bool is_shop{shop <= shops};
            place.place = is_shop ? shop_code(shop) : PlaceCode{fmt::format("W{:02}", shop - shops)};
            place.name = is_shop ? fmt::format("第{}店", shop) : fmt::format("仓库{}", shop - shops);
            place.place_kind = is_shop ? PlaceKind::shop : PlaceKind::warehouse;
            m_office.say(open, place);
            for (std::int64_t till{1}; is_shop && till <= tills_a_shop; ++till) {
                m_office.say(open, TillEnrolled{number_of(shop, till), place.place, std::string(64, 'a'), false});
            }
        }
        stock(open);
        open.commit();
        for (const auto& [name, role] : {std::pair{office_person, Role::office}, {privacy_person, Role::privacy}}) {
            must(add_staff(m_office, {{name}, {}, role, bench_pin}).has_value(), "no staff");
        }
        must(add_staff(m_office, {{"老板"}, shop_code(1), Role::owner, bench_pin}).has_value(), "no owner");
    }

    void enrol()
    {
        std::vector<EventBody> bodies;
        for (std::int64_t member{1}; member <= m_size.members; ++member) {
            MemberEnrolled event;
            event.profile.member = member_code(member);
            event.profile.phone = phone_of(member);
            event.profile.name = fmt::format("会员{}", member);
            event.profile.joined_on = "2025-01-01";
            event.store = shop_code(1);
            event.staff = {"王芳"};
            bodies.emplace_back(std::move(event));
            if (bodies.size() == 500 || member == m_size.members) {
                write(number_of(1, 1), bodies);
                bodies.clear();
            }
        }
    }

    // A slice of orders, each with its receipt, all at the hour that the clock shows.
    void order(std::int64_t first, std::int64_t last)
    {
        const std::int64_t shop{1 + m_dice.below(shops)};
        const TillNumber till{number_of(shop, 1)};
        std::vector<EventBody> bodies;
        std::vector<OrderId> orders;
        for (std::int64_t each{first}; each <= last; ++each) {
            const CatalogueItem item{item_of(m_dice.below(m_size.styles), m_dice.below(variants_a_style))};
            OrderPlaced order{placed(each, shop, till, item)};
            bodies.emplace_back(sale(order, item));
            orders.push_back(order.order);
            bodies.emplace_back(std::move(order));
        }
        write(till, bodies);
        answer(orders);
    }

    void miss()
    {
        std::vector<EventBody> bodies;
        for (std::int64_t each{1}; each <= m_size.misses; ++each) {
            // Few styles are asked for often.
            const CatalogueItem item{item_of(m_dice.below(1 + m_dice.below(m_size.styles)), m_dice.below(12))};
            MissRecorded miss;
            miss.miss = each;
            miss.store = shop_code(1);
            miss.staff = {"王芳"};
            miss.business_date = iso_date(m_clock.at_ms, 480);
            miss.style = item.style;
            miss.colour = item.colour;
            miss.size = m_dice.below(10) == 0 ? "3XL" : item.size;
            miss.reason = MissReason::size;
            if (m_dice.below(3) == 0) miss.chosen = MissChoice::other_cell;
            bodies.emplace_back(std::move(miss));
            if (bodies.size() == 500 || each == m_size.misses) {
                write(number_of(1, 1), bodies);
                bodies.clear();
            }
        }
    }

private:
    static TillNumber number_of(std::int64_t shop, std::int64_t till) { return (shop - 1) * tills_a_shop + till; }

    void stock(const database::Transaction& open)
    {
        std::vector<CatalogueItem> items;
        std::vector<StockMove> moves;
        const auto send = [&] {
            m_office.say(open, ItemsListed{items});
            m_office.say(open, StockMoved{StockReason::counted, 0, 0, moves});
            items.clear();
            moves.clear();
        };
        for (std::int64_t style{0}; style < m_size.styles; ++style) {
            for (std::int64_t variant{0}; variant < variants_a_style; ++variant) {
                items.push_back(item_of(style, variant));
                for (const PlaceCode& place : {PlaceCode{"W01"}, PlaceCode{"W02"}, shop_code(1 + style % shops)}) {
                    moves.push_back({place, items.back().sku, Quantity::pieces(place.text[0] == 'W' ? 500 : 3)});
                }
            }
            if (items.size() + variants_a_style > 140) send();
        }
        if (!items.empty()) send();
    }

    OrderPlaced placed(std::int64_t each, std::int64_t shop, TillNumber till, const CatalogueItem& item)
    {
        const std::int64_t member{1 + m_dice.below(m_size.members)};
        OrderPlaced order;
        order.order = make_order_id(shop_code(shop), till, each);
        order.receipt = make_receipt_number(shop_code(shop), till, each);
        order.store = shop_code(shop);
        order.staff = {m_dice.below(2) == 0 ? "王芳" : "李雪"};
        order.member = member_code(member);
        order.sku = item.sku;
        order.name = item.name;
        order.variant = fmt::format("{} {}", item.colour, item.size);
        order.quantity = Quantity::pieces(1);
        order.recipient = {fmt::format("收件人{}", member), phone_of(member), fmt::format("中山路{}号", member)};
        order.total = item.price;
        order.paid = item.price;
        return order;
    }

    static SaleCompleted sale(const OrderPlaced& order, const CatalogueItem& item)
    {
        SaleCompleted sale;
        sale.receipt = order.receipt;
        sale.store = order.store;
        sale.shift = 1;
        sale.staff = order.staff;
        sale.business_date = "2026-11-22";
        sale.member = order.member;
        SaleLine line;
        line.line_kind = LineKind::order;
        line.sku = item.sku;
        line.name = item.name;
        line.variant = order.variant;
        line.quantity = order.quantity;
        line.unit = item.price;
        line.total = item.price;
        line.order = order.order;
        sale.lines = {line};
        sale.tenders = {{TenderKind::card, line.total, line.total, {}, {}}};
        sale.total = line.total;
        return sale;
    }

    // Most are long delivered; the newest are in every state.
    void answer(const std::vector<OrderId>& orders)
    {
        const std::int64_t age_hours{(OfficeClock{}.at_ms - m_clock.at_ms) / ms_an_hour};
        database::Transaction open{m_office.connection()};
        const auto step = [&](const OrderId& order, OrderStep what) {
            OrderRequest request;
            request.order = order;
            request.step = what;
            request.actor = office_person;
            request.carrier = "顺丰";
            request.tracking = fmt::format("SF{:012}", ++m_parcels);
            request.reason = "断货";
            return do_step(m_office, open, request).has_value();
        };
        for (const OrderId& order : orders) {
            const std::int64_t fate{m_dice.below(100)};
            if (fate < 3) continue; // Nobody has answered.
            if (fate < 6) {
                step(order, OrderStep::decline);
                continue;
            }
            if (!step(order, OrderStep::accept)) continue;
            if (fate < 9 || (age_hours < 24 && fate < 60)) continue;
            if (!step(order, OrderStep::ship)) continue;
            if (fate < 12 || (age_hours < 48 && fate < 80)) continue;
            step(order, OrderStep::deliver);
        }
        open.commit();
    }

    void write(TillNumber till, const std::vector<EventBody>& bodies)
    {
        std::int64_t number{m_office.books().journal().head(till).number};
        std::string lines;
        for (const EventBody& body : bodies) lines += encode({till, ++number, m_clock.at_ms, body}) + "\n";
        const auto batch = read_batch(till, lines);
        must(batch.has_value(), "a batch is refused");
        database::Transaction open{m_office.connection()};
        must(take_in(m_office, open, *batch).has_value(), "a batch is not taken in");
        open.commit();
    }

    Office& m_office;
    OfficeClock& m_clock;
    OfficeSize m_size;
    Dice m_dice;
    std::int64_t m_parcels{0};
};

} // namespace

void fill_office(Office& office, OfficeClock& clock, const OfficeSize& size,
                 const std::function<void(std::int64_t)>& told)
{
    const std::int64_t now_ms{clock.at_ms};
    Filler filler{office, clock, size};
    const std::int64_t slices{(size.orders + orders_a_slice - 1) / orders_a_slice};
    clock.at_ms = now_ms - (slices * 6 + 24) * ms_an_hour;
    filler.found();
    filler.enrol();
    for (std::int64_t slice{0}; slice < slices; ++slice) {
        clock.at_ms = now_ms - (slices - slice) * 6 * ms_an_hour + 5 * ms_an_hour + ms_an_hour / 2;
        const std::int64_t first{slice * orders_a_slice + 1};
        filler.order(first, std::min(size.orders, first + orders_a_slice - 1));
        if (told) told(std::min(size.orders, first + orders_a_slice - 1));
    }
    filler.miss();
    clock.at_ms = now_ms;
}

} // namespace guitai::bench
