#include "sync/office/commands/imports.hpp"

#include "sync/catalogue/import.hpp"
#include "sync/events/time.hpp"
#include "sync/office/planned_catalogues.hpp"
#include "sync/office/projections/places.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

namespace guitai::office {
namespace {

constexpr std::string_view actor{"guitai-office"};

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
    const auto plan = plan_catalogue(office.connection(), *file, options.missing);
    if (!plan) return refuse(plan.error());
    write_plan(office, open, *plan, actor, progress);
    open.commit();

    Imported done;
    done.summary =
        fmt::format("{} items of {} styles: {} new or changed, {} as before, {} withdrawn", file->items.size(),
                    file->style_count, plan->listed.size(), plan->unchanged, plan->withdrawn.size());
    for (const ImportWarning& warning : file->warnings) {
        done.warnings.push_back(fmt::format("{}: line {}: {}{}", warning.code, warning.line, warning.detail,
                                            warning.count > 1 ? fmt::format(" (and {} more)", warning.count - 1) : ""));
    }
    return done;
}

Result<Imported> import_catalogue_on(Office& office, std::string_view bytes, const CatalogueImport& options,
                                     const std::string& on)
{
    auto text = utf8_of(bytes, options.encoding);
    if (!text) return refuse(text.error());
    database::Transaction open{office.connection()};
    const auto id = plan_for_day(office, open, {0, on, options.missing, std::move(*text), std::string{actor}, 0, {}});
    if (!id) return refuse(id.error());
    open.commit();
    return Imported{fmt::format("in force from {}", on), {}};
}

} // namespace guitai::office
