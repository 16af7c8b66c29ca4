#include "terminal/store/make_shop.hpp"

#include "sync/pricing/promotion_parts.hpp"
#include "sync/pricing/read_promotions.hpp"
#include "terminal/store/folder_in_the_making.hpp"
#include "terminal/store/pins.hpp"
#include "terminal/store/projections/all.hpp"

#include <algorithm>
#include <fstream>
#include <optional>

namespace guitai {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t china_utc_offset_minutes{480};

fs::path without_slash(const fs::path& folder)
{
    return folder.has_filename() ? folder : folder.parent_path();
}

Result<void> check_folder(const fs::path& folder)
{
    std::error_code error;
    if (fs::exists(database_path(folder), error)) {
        return refuse("folder.is_a_till", folder.string() + " holds a till already");
    }
    if (fs::exists(folder, error) && (!fs::is_directory(folder, error) || !fs::is_empty(folder, error))) {
        return refuse("folder.not_empty", folder.string() + " holds something else; choose a new folder");
    }
    return {};
}

Result<void> check_plan(const ShopPlan& plan)
{
    if (plan.store.empty()) return refuse("shop.bad_plan", "--store is empty");
    if (plan.till < 1) return refuse("shop.bad_plan", "--till must be 1 or more");
    if (plan.owner.empty()) return refuse("shop.bad_plan", "--owner is empty");
    if (!plan.pin.empty()) return check_pin(plan.pin);
    return {};
}

// The books of a new shop, written as a head office would.
class Maker {
public:
    Maker(database::Connection& connection, const Device& device, std::int64_t at_ms)
        : m_projections{make_projections(device.identity())}, m_books{connection, pointers()}, m_at_ms{at_ms}
    {
        m_books.refold_if_outdated(store_schema_name); // Empty yet: only noted.
    }

    void write(EventBody body)
    {
        std::vector<EventBody> bodies;
        bodies.push_back(std::move(body));
        static_cast<void>(m_books.write(office_origin, m_at_ms, std::move(bodies)));
    }

    void write_items(const std::vector<CatalogueItem>& items, const MakingProgress& progress)
    {
        for (std::size_t first{0}; first < items.size(); first += items_per_event_max) {
            const std::size_t end{std::min(first + items_per_event_max, items.size())};
            const auto from = items.begin() + static_cast<std::ptrdiff_t>(first);
            write(ItemsListed{{from, items.begin() + static_cast<std::ptrdiff_t>(end)}});
            if (progress) progress(end, items.size());
        }
    }

    void write_stock(const PlaceCode& place, const std::vector<ListedQuantity>& quantities)
    {
        for (std::size_t first{0}; first < quantities.size(); first += moves_per_event_max) {
            StockMoved moved{StockReason::counted, office_origin, 0, {}};
            const std::size_t end{std::min(first + moves_per_event_max, quantities.size())};
            for (std::size_t at{first}; at < end; ++at) {
                if (quantities[at].quantity.is_zero()) continue;
                moved.moves.push_back({place, quantities[at].sku, quantities[at].quantity});
            }
            if (!moved.moves.empty()) write(std::move(moved));
        }
    }

private:
    std::vector<Projection*> pointers() const
    {
        std::vector<Projection*> all;
        for (const auto& projection : m_projections) all.push_back(projection.get());
        return all;
    }

    std::vector<std::unique_ptr<Projection>> m_projections;
    Books m_books;
    std::int64_t m_at_ms;
};

// The parts of the form that the plan names; none where it names none.
Result<std::vector<PromotionsSet>> read_form(const fs::path& path)
{
    if (path.empty()) return std::vector<PromotionsSet>{};
    const auto text = read_catalogue_file(path);
    if (!text) return refuse(text.error());
    const auto book = pricing::read_promotions(*text);
    if (!book) return refuse(book.error().code, path.string() + ": " + book.error().detail);
    if (auto known = pricing::check_coupons(*book); !known) {
        return refuse(known.error().code, path.string() + ": " + known.error().detail);
    }
    return pricing::promotion_parts(book->revision, *text);
}

Result<void> fill(const fs::path& making, const ShopPlan& plan, const Catalogue& catalogue,
                  const std::vector<PromotionsSet>& promotions, const std::string& pin, std::int64_t at_ms,
                  const MakingProgress& progress)
{
    if (auto key = key_for_folder(making); !key) return refuse(key.error());
    const auto books = open_books(making);
    if (!books) return refuse(books.error());
    const auto& connection = *books;
    if (auto made = migrate_store(*connection); !made) return made;
    const Device device{plan.till, plan.store, {}, {}, plan.test};
    write_device(*connection, device);

    Maker maker{*connection, device, at_ms};
    PlaceSet place;
    place.place = plan.store;
    place.name = plan.name.empty() ? plan.store.text : plan.name;
    place.test = plan.test;
    maker.write(place);
    maker.write(StaffSet{{plan.owner}, plan.store, Role::owner, hash_pin(pin), true});
    maker.write_items(catalogue.items, progress);
    maker.write_stock(plan.store, catalogue.quantities);
    for (const PromotionsSet& part : promotions) maker.write(part);
    return {};
}

} // namespace

Result<std::string> read_catalogue_file(const fs::path& path)
{
    std::error_code error;
    if (!fs::is_regular_file(path, error)) return refuse("catalogue.no_file", "there is no file " + path.string());
    if (const auto bytes = fs::file_size(path, error); bytes > catalogue_bytes_max) {
        return refuse("catalogue.too_large", path.string() + " has " + std::to_string(bytes) + " bytes, at most " +
                                                 std::to_string(catalogue_bytes_max));
    }
    std::ifstream file{path, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{file}, {}};
    if (!file.good() && !file.eof()) return refuse("catalogue.no_file", "can not read " + path.string());
    return text;
}

Result<MadeShop> make_shop(const fs::path& folder, const ShopPlan& plan, const Clock& clock,
                           const MakingProgress& progress)
{
    // Everything that can be wrong with the words and the file comes before the disk is touched.
    if (auto good = check_plan(plan); !good) return refuse(good.error());
    const fs::path target{without_slash(folder)};
    if (auto good = check_folder(target); !good) return refuse(good.error());
    const auto encoding = parse_encoding(plan.encoding);
    if (!encoding) return refuse(encoding.error());
    const auto bytes = read_catalogue_file(plan.catalogue);
    if (!bytes) return refuse(bytes.error());
    CatalogueOptions options;
    options.encoding = *encoding;
    options.today = iso_date(clock.now_ms(), china_utc_offset_minutes);
    auto catalogue = read_catalogue(*bytes, options);
    if (!catalogue) return refuse(catalogue.error());
    const auto promotions = read_form(plan.promotions);
    if (!promotions) return refuse(promotions.error());

    MadeShop made{plan.owner, plan.pin.empty() ? random_pin() : plan.pin, catalogue->style_count,
                  catalogue->items.size(), std::move(catalogue->warnings)};
    FolderInTheMaking making{target};
    try {
        const auto filled =
            fill(making.path(), plan, *catalogue, *promotions, made.pin, clock.now_ms(), progress);
        if (!filled) {
            return refuse(filled.error());
        }
    } catch (const database::DatabaseError& broken) {
        return refuse(refusal_of(broken));
    }
    if (auto moved = making.move_to(target); !moved) return refuse(moved.error());
    return made;
}

Result<void> create_enrolled_folder(const fs::path& folder, const Device& device)
{
    if (auto key = key_for_folder(folder); !key) return refuse(key.error());
    const auto lock = FolderLock::take(folder);
    if (!lock) return refuse(lock.error());
    try {
        // Without its row about the device a database is no till's, so an interrupted try is simply repeated.
        const auto books = open_books(folder);
        if (!books) return refuse(books.error());
        const auto& connection = *books;
        if (auto made = migrate_store(*connection); !made) return made;
        if (read_device(*connection)) return refuse("folder.is_a_till", folder.string() + " holds a till already");
        write_device(*connection, device);
    } catch (const database::DatabaseError& broken) {
        return refuse(refusal_of(broken));
    }
    return {};
}

} // namespace guitai
