#include "sync/office/commands/imports.hpp"

#include "sync/catalogue/import.hpp"
#include "sync/events/time.hpp"
#include "sync/office/projections/items.hpp"
#include "sync/office/projections/places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <unordered_map>
#include <unordered_set>

namespace guitai::office {
namespace {

constexpr std::string_view actor{"guitai-office"};

// What the books must be told to agree with the file.
struct Plan {
    std::vector<CatalogueItem> listed; // New or changed.
    std::vector<CatalogueItem> withdrawn;
    std::size_t unchanged{0};
};

Plan plan_for(const std::vector<CatalogueItem>& known, const Catalogue& file, Missing missing)
{
    std::unordered_map<std::string_view, const CatalogueItem*> by_sku;
    for (const CatalogueItem& item : known) by_sku.emplace(item.sku.text, &item);
    std::unordered_set<std::string_view> in_file;
    std::unordered_set<std::string_view> left_out;
    for (const Sku& sku : file.left_out) left_out.insert(sku.text);

    Plan plan;
    for (const CatalogueItem& item : file.items) {
        in_file.insert(item.sku.text);
        const auto before = by_sku.find(item.sku.text);
        if (before != by_sku.end() && *before->second == item)
            ++plan.unchanged;
        else
            plan.listed.push_back(item);
    }
    for (const CatalogueItem& item : known) {
        const bool gone{left_out.count(item.sku.text) > 0 ||
                        (missing == Missing::withdrawn && in_file.count(item.sku.text) == 0)};
        if (!gone || item.withdrawn) continue;
        plan.withdrawn.push_back(item);
        plan.withdrawn.back().withdrawn = true;
    }
    return plan;
}

// A barcode must mean one thing on the counter, across this file and the goods that stay.
Result<void> check_barcodes(const std::vector<CatalogueItem>& known, const Catalogue& file, const Plan& plan)
{
    std::unordered_map<std::string_view, std::string_view> owner;
    std::unordered_set<std::string_view> not_asked;
    for (const CatalogueItem& item : file.items) {
        not_asked.insert(item.sku.text);
        for (const std::string& barcode : item.barcodes) owner.emplace(barcode, item.sku.text);
    }
    for (const CatalogueItem& item : plan.withdrawn) not_asked.insert(item.sku.text);
    for (const CatalogueItem& item : known) {
        if (item.withdrawn || not_asked.count(item.sku.text) > 0) continue;
        for (const std::string& barcode : item.barcodes) {
            const auto taken = owner.find(barcode);
            if (taken == owner.end()) continue;
            return refuse("catalogue.duplicate_barcode",
                          fmt::format("barcode {} of {} belongs to {}, which is on sale and not in this file; "
                                      "--withdraw-missing takes such goods off sale",
                                      barcode, taken->second, item.sku.text));
        }
    }
    return {};
}

void list(Office& office, const database::Transaction& open, const std::vector<CatalogueItem>& items,
          const Progress& progress)
{
    for (std::size_t from{0}; from < items.size(); from += items_per_event_max) {
        const auto first = items.begin() + static_cast<std::ptrdiff_t>(from);
        const std::size_t count{std::min(items_per_event_max, items.size() - from)};
        office.say(open, ItemsListed{{first, first + static_cast<std::ptrdiff_t>(count)}}, actor);
        if (progress) progress(from + count, items.size());
    }
}

} // namespace

Result<std::string> read_file(const std::string& path, std::size_t bytes_max)
{
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        return refuse("file.unreadable", fmt::format("{} is a folder", path));
    }
    std::ifstream file{path, std::ios::binary | std::ios::ate};
    if (!file) return refuse("file.unreadable", fmt::format("{} can not be opened", path));
    const auto size = file.tellg();
    if (size < 0) return refuse("file.unreadable", fmt::format("{} is no file that can be read", path));
    if (static_cast<std::size_t>(size) > bytes_max) {
        return refuse("file.too_large", fmt::format("{} has {} bytes, {} are the most", path,
                                                    static_cast<std::int64_t>(size), bytes_max));
    }
    std::string bytes(static_cast<std::size_t>(size), '\0');
    file.seekg(0);
    if (!file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
        return refuse("file.unreadable", fmt::format("{} can not be read to its end", path));
    }
    return bytes;
}

Result<Imported> import_catalogue(Office& office, std::string_view bytes, const CatalogueImport& options,
                                  const Progress& progress)
{
    CatalogueOptions reading;
    reading.encoding = options.encoding;
    reading.today = date_in(office.connection(), {}, office.now_ms());
    auto file = read_catalogue(bytes, reading);
    if (!file) return refuse(file.error());

    database::Transaction open{office.connection()};
    const auto known = all_items(office.connection());
    const Plan plan{plan_for(known, *file, options.missing)};
    if (auto unique = check_barcodes(known, *file, plan); !unique) return refuse(unique.error());
    list(office, open, plan.listed, progress);
    list(office, open, plan.withdrawn, {});
    open.commit();

    Imported done;
    done.summary =
        fmt::format("{} items of {} styles: {} new or changed, {} as before, {} withdrawn", file->items.size(),
                    file->style_count, plan.listed.size(), plan.unchanged, plan.withdrawn.size());
    for (const ImportWarning& warning : file->warnings) {
        done.warnings.push_back(fmt::format("{}: line {}: {}{}", warning.code, warning.line, warning.detail,
                                            warning.count > 1 ? fmt::format(" (and {} more)", warning.count - 1) : ""));
    }
    return done;
}

} // namespace guitai::office
