// A till with real books in a folder of its own, and short ways to tell it things.
#pragma once

#include "terminal/store/make_shop.hpp"
#include "terminal/store/till_store.hpp"
#include "tests/support/fake_clock.hpp"
#include "tests/support/temp_folder.hpp"

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace guitai::test {

inline constexpr TillNumber own_till{71};

// An item as most tests need it; more is set by hand.
inline CatalogueItem item(const std::string& sku, const std::string& style, const std::string& name,
                          std::int64_t price_minor)
{
    CatalogueItem made;
    made.sku = {sku};
    made.style = {style};
    made.name = name;
    made.category = "羽绒服";
    made.price = Money::from_minor(price_minor);
    made.tax_rate = {1'300};
    return made;
}

inline MemberProfile member(const std::string& id, const std::string& phone, const std::string& name)
{
    MemberProfile made;
    made.member = {id};
    made.phone = phone;
    made.name = name;
    return made;
}

inline PlaceSet place(const std::string& code, const std::string& name, PlaceKind kind = PlaceKind::shop)
{
    PlaceSet made;
    made.place = {code};
    made.name = name;
    made.place_kind = kind;
    return made;
}

inline SaleLine sale_line(const std::string& sku, std::int64_t pieces, std::int64_t total_minor)
{
    SaleLine line;
    line.sku = {sku};
    line.name = "轻薄羽绒服";
    line.variant = "墨黑 M";
    line.quantity = Quantity::pieces(pieces);
    line.unit = Money::from_minor(total_minor).scaled(1, pieces);
    line.total = Money::from_minor(total_minor);
    return line;
}

inline SaleCompleted sale(const std::string& receipt, std::int64_t shift, std::vector<SaleLine> lines,
                          TenderKind tender = TenderKind::cash)
{
    SaleCompleted made;
    made.receipt = {receipt};
    made.store = {"S01"};
    made.shift = shift;
    made.staff = {"王芳"};
    made.business_date = "2026-11-22";
    for (const SaleLine& line : lines) made.total += line.total;
    made.tenders = {{tender, made.total, made.total, {}, {}}};
    made.lines = std::move(lines);
    return made;
}

// Of a chain, or of a shop of its own.
enum class Office { far_away, none };

class OpenTill {
public:
    explicit OpenTill(Office office = Office::far_away)
    {
        const std::string url{office == Office::none ? "" : "http://office"};
        if (!create_enrolled_folder(m_folder.path(), {own_till, {"S01"}, url, {}, false})) {
            throw std::runtime_error{"no till could be made"};
        }
        open();
    }

    [[nodiscard]] TillStore& store() { return *m_store; }
    [[nodiscard]] const std::filesystem::path& path() const { return m_folder.path(); }
    FakeClock clock;

    // As the head office says it.
    void told(EventBody body)
    {
        std::vector<EventBody> bodies;
        bodies.push_back(std::move(body));
        static_cast<void>(m_store->books().write(office_origin, clock.now_ms(), std::move(bodies)));
    }
    // As the till itself does it; the event's number.
    std::int64_t did(EventBody body)
    {
        std::vector<EventBody> bodies;
        bodies.push_back(std::move(body));
        return m_store->ledger().write(std::move(bodies)).front().number;
    }

    void close() { m_store.reset(); }
    void open()
    {
        auto folder = DataFolder::open(m_folder.path());
        if (!folder) throw std::runtime_error{folder.error().code + ": " + folder.error().detail};
        m_store = std::make_unique<TillStore>(std::move(*folder), clock);
    }
    void reopen()
    {
        close();
        open();
    }

private:
    TempFolder m_folder;
    std::unique_ptr<TillStore> m_store;
};

} // namespace guitai::test
